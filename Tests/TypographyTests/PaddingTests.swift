import Testing
import Typography

@Suite struct PaddingTests {
    @Test func `blanks fill the columns that a text takes, not its characters`() {
        #expect("ab".padded(to: 4) == "ab  " && "ab".padded(toEndAt: 4) == "  ab")
        #expect("学".padded(to: 4) == "学  " && "e\u{301}".padded(toEndAt: 2) == " e\u{301}")
        #expect("abc".padded(to: 2) == "abc")
    }

    @Test func `a text that is too wide ends in an ellipsis`() {
        #expect("abcd".cut(to: 4, ellipsis: "…") == "abcd")
        #expect("abcde".cut(to: 4, ellipsis: "…") == "abc…" && "abcde".cut(to: 4, ellipsis: "...") == "a...")
        #expect("学习学习".cut(to: 4, ellipsis: "…") == "学…")
    }
}
