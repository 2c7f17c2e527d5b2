import Testing

@testable import Typography

@Suite struct SpellingTests {
    @Test(arguments: [
        ("learn", "learn", 0), ("lern", "learn", 1), ("laern", "learn", 1), ("", "abc", 3), ("kitten", "sitting", 3),
    ])
    func `distance counts slips, a swap as one`(_ first: String, _ second: String, _ slips: Int) {
        #expect(Spelling.slips(first, second) == slips)
        #expect(Spelling.slips(second, first) == slips)
    }

    @Test func `only a near word is suggested`() {
        #expect(Spelling.nearest(to: "hlep", in: ["help", "quit"]) == "help")
        #expect(Spelling.nearest(to: "x", in: ["help", "quit"]) == nil)
        #expect(Spelling.nearest(to: "elephant", in: ["help"]) == nil)
        #expect(Spelling.nearest(to: "help", in: []) == nil)
    }
}
