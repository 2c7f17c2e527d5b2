import Testing

@testable import Lessons

@Suite struct MathMaskTests {
    private func formulas(_ text: String) -> [String] { MathMask(text, codeLines: []).formulas.map(\.original) }

    @Test(arguments: [
        ("the rate $a_1$ and $b*c$", ["$a_1$", "$b*c$"]),
        ("$5 and $6", []),
        ("$5 to 6$7", []),
        (#"a \$ b $x$ \$"#, ["$x$"]),
        (#"$a \$ b$"#, [#"$a \$ b$"#]),
        ("`$x$` and ``a ` $y$`` $z$", ["$z$"]),
        ("`open $x$", ["$x$"]),
        ("$$x$$ and $y$", ["$$x$$", "$y$"]),
        ("$a\nb$", ["$a\nb$"]),
        ("$a\n\nb$", []),
        ("$$", []),
        ("$ x$", []),
    ])
    func `formulas are found where Pandoc finds them`(text: String, wanted: [String]) {
        #expect(formulas(text) == wanted)
    }

    @Test func `lines keep their numbers`() {
        let text = "a $x\ny$ b\n\n$$\nz\n$$\nc\n"
        let masked = MathMask(text, codeLines: []).masked
        #expect(masked.count { $0 == "\n" } == text.count { $0 == "\n" })
        #expect(masked.split(separator: "\n", omittingEmptySubsequences: false)[6] == "c")
    }

    @Test func `dollars in code lines are dollars`() {
        #expect(MathMask("$a$\n\n    $b$\n", codeLines: [3...3]).formulas.map(\.tex) == ["a"])
    }
}
