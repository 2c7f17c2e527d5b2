import Plots
import Testing

@testable import innerloop

@Suite struct TerminalAnswerTests {
    private func answer(_ text: String) -> TerminalAnswer { TerminalAnswer(Array(text.utf8)) }

    @Test func `a terminal that takes pictures as kitty does is handed them so`() {
        let answer = answer("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}P>|kitty(0.32.2)\u{1B}\\\u{1B}[6;18;9t\u{1B}[?62;c")
        #expect(answer.image == .kitty)
        #expect(answer.cell == .init(width: 9, height: 18))
        #expect(answer.isComplete)
        #expect(answer.typed.isEmpty)
    }

    @Test func `one that refuses the query shows none so`() {
        #expect(answer("\u{1B}_Gi=31;ENOTSUPPORTED:no\u{1B}\\\u{1B}[?62c").image == nil)
    }

    @Test(arguments: ["iTerm2 3.5.0", "WezTerm 20240203", "mintty 3.7"])
    func `terminals with iTerm's pictures are known by their names`(name: String) {
        #expect(answer("\u{1B}P>|\(name)\u{1B}\\\u{1B}[?62;4c").image == .iterm)
    }

    @Test func `sixels are an attribute among others`() {
        #expect(answer("\u{1B}[?62;4;22c").image == .sixel)
        #expect(answer("\u{1B}[?62;14;22c").image == nil)
        #expect(answer("\u{1B}[?4c").image == .sixel)
    }

    @Test func `what was typed is kept in its order, arrow keys too`() {
        let answer = answer("a\u{1B}[A\u{1B}[?62;cb\u{1B}OPé\r")
        #expect(answer.isComplete)
        #expect(answer.typed == Array("a\u{1B}[Ab\u{1B}OPé\r".utf8))
    }

    @Test func `an answer that has not come whole is no answer yet`() {
        let whole = Array("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[6;18;9t\u{1B}[?62;4c".utf8)
        for length in whole.indices { #expect(!TerminalAnswer(Array(whole.prefix(length))).isComplete) }
        #expect(TerminalAnswer(whole).isComplete)
    }

    @Test func `sizes that no character has are not believed`() {
        for size in ["6;0;0", "6;99999;9", "6;9", "6;;9", "8;24;80"] {
            #expect(answer("\u{1B}[\(size)t\u{1B}[?6c").cell == nil)
        }
    }
}
