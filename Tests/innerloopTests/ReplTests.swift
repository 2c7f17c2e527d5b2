import Formulas
import Lessons
import Testing

@testable import innerloop

@Suite struct ReplTests {
    @Test func `a formula is answered, and the next cell has the next number`() {
        #expect(screen(ScriptedTerminal(typing: "1 + 2", "4 + 5")) == "[1] ▸ 1 + 2\n3\n[2] ▸ 4 + 5\n9\n[3] ▸ \n")
    }

    @Test func `a binding is kept for the next entry and shows nothing`() {
        #expect(screen(ScriptedTerminal(typing: "x = 3", "x + 4")) == "[1] ▸ x = 3\n[2] ▸ x + 4\n7\n[3] ▸ \n")
    }

    @Test func `an open bracket asks for more, and the entry runs and is remembered whole`() {
        let terminal = ScriptedTerminal(typing: "f(x) = (x", ") + 1", "2 + 2")
        #expect(screen(terminal) == "[1] ▸ f(x) = (x\n    ⋮ ) + 1\n[2] ▸ 2 + 2\n4\n[3] ▸ \n")
        #expect(terminal.remembered == ["f(x) = (x\n) + 1", "2 + 2"])
    }

    @Test func `Ctrl-C drops an unfinished entry and keeps the session`() {
        let terminal = ScriptedTerminal([.line("x = 3"), .line("f(x"), .interrupted, .line("x + 1")])
        #expect(screen(terminal) == "[1] ▸ x = 3\n[2] ▸ f(x\n    ⋮ ^C\n[2] ▸ x + 1\n4\n[3] ▸ \n")
    }

    @Test func `Ctrl-D in an unfinished entry shows what is missing and does not leave`() {
        let terminal = ScriptedTerminal([.line("(1 + 1"), .end, .line("1 + 1")])
        let shown = screen(terminal)
        #expect(shown.contains("error"))
        #expect(shown.hasSuffix("▸ 1 + 1\n2\n[2] ▸ \n"))
    }

    @Test func `an error is shown and the session goes on`() {
        let shown = screen(ScriptedTerminal(typing: "x = 1", "unknown_name + 1", "x + 1"))
        #expect(shown.contains("error"))
        #expect(shown.contains("▸ x + 1\n2\n"))
    }

    @Test func `a failed claim says so in a word that needs no colour`() {
        let shown = screen(ScriptedTerminal(typing: "claim 1 == 2", "claim 1 == 1"))
        #expect(shown.contains("✗"))
        #expect(shown.contains("✓"))
    }

    @Test func `without Unicode the screen is ASCII`() {
        let terminal = ScriptedTerminal(typing: "f(x) = (x", ")", "claim 1 == 1")
        terminal.appearance.unicode = false
        let shown = screen(terminal)
        #expect(shown.hasPrefix("[1]: f(x) = (x\n   : )\n"))
        #expect(shown.contains("ok:"))
        #expect(shown.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func `a pasted transcript runs what was typed in it`() {
        let paste = "[1] ▸ x = 3\n[2] ▸ x + 1\n4\n[3] ▸ x + 2"
        #expect(screen(ScriptedTerminal(typing: paste)).hasSuffix("\n4\n5\n[4] ▸ \n"))
    }

    @Test func `Enter on an empty line does nothing outside a lesson`() {
        #expect(screen(ScriptedTerminal(typing: "", "  ")) == "[1] ▸ \n[1] ▸   \n[1] ▸ \n")
    }

    @Test func `the greeting counts the lessons`() throws {
        let terminal = ScriptedTerminal(typing: "")
        let library = try WrittenLessons.library()
        let repl = Repl(terminal: terminal, session: Session(), library: library, figures: FigureScreen(searchPath: ""))
        repl.greet()
        #expect(
            terminal.screen == "InnerLoop \(Version.number) · 2 lessons · :help for help, :lessons for the list\n\n")
    }

    @Test func `set lists, shows and chooses the settings`() {
        let shown = screen(
            ScriptedTerminal(
                typing: ":set", ":set precision single", ":set precision", "x = [0.1]; x - single(0.1)",
                "claim 3x[0] == 0.3", ":set precision double", ":set precision"))
        let list = """
            [1] ▸ :set
            precision is double (single or double)
              what statements hold numbers in; claims compute in double in any case

            """
        #expect(shown.hasPrefix(list))
        #expect(
            shown.contains("▸ :set precision single\n[1] ▸ :set precision\nprecision is single (single or double)\n"))
        #expect(shown.contains("\n[0]   float32\n"))
        #expect(shown.contains("✓"))
        #expect(shown.hasSuffix("precision is double (single or double)\n[4] ▸ \n"))
    }

    @Test func `the digits chosen are those of values, inside records too`() {
        let shown = screen(
            ScriptedTerminal(typing: ":set digits 3", "π", "{a: [π, 1]}", "print(π)", ":set digits 15", "π"))
        #expect(shown.contains("▸ π\n3.14\n"))
        #expect(shown.contains("  a  [3.14, 1]\n"))
        #expect(shown.contains("▸ print(π)\n3.14159\n"))
        #expect(shown.contains("▸ π\n3.14159265358979\n"))
    }

    @Test func `an unknown setting or value says what there is`() {
        let shown = screen(
            ScriptedTerminal(typing: ":set precison single", ":set volume 11", ":set precision half", ":set precision"))
        #expect(shown.contains("no setting 'precison'; did you mean 'precision'?\n"))
        #expect(shown.contains("no setting 'volume'; ':set' lists the settings\n"))
        #expect(shown.contains("precision can't be 'half'; it is single or double\n"))
        #expect(screen(ScriptedTerminal(typing: ":set digits 99")).contains("digits can't be '99'; it is 1 to 17\n"))
        #expect(shown.contains("precision is double"))
    }
}
