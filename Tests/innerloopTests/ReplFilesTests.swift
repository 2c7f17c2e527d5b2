import Formulas
import Glibc
import Lessons
import TemporaryFolders
import Testing

@testable import innerloop

@Suite struct ReplFilesTests {
    private let library: LessonLibrary
    private let folder: TemporaryFolder

    init() throws {
        library = try WrittenLessons.library()
        folder = try TemporaryFolder()
    }

    private func shown(typing lines: String...) -> String {
        screen(ScriptedTerminal(lines.map { .line($0) }), library: library)
    }

    private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    /// A session of varied entries, and what it printed.
    private static let entries = [
        "x = randn(3)", "x", "f(t) = {\n  t² + 1   # a comment\n}", "f(2)", "θ₀ = {W: randn(2, 2), b: [0, 0]}", "θ₀",
        "claim ∇f(3) == 6", "claim f(1) == 3", "unbound + 1", "a = 1; randn(); unbound; b = 2", "[i² for i in 1..4]",
        "plot([1, 2, 3])", "print(\"```\\n§ é 漢 $x$ *no*\")", "seed(7)", "randn()", "randn(2);", "n = 0",
        "for i in 1..5 {\n  n = n + i\n  if i == 3 { unbound }\n}", "n", "1 +", "refute f(1) == 3", "randn()",
    ]

    @Test func `a saved session gives the same numbers again, draws too, and is a lesson that holds`() throws {
        let saved = path("s.md")
        let shown = screen(ScriptedTerminal((Self.entries + [":save \(saved)"]).map { .line($0) }), library: library)
        #expect(shown.contains("saved \(saved)\n"))
        let check = try ChildProcess.run("check", saved)
        #expect(check.output.contains("1 passed, 0 failed"), "\(check.errors)")
        // What the draws printed stands in the file as it stood on the screen.
        let text = try folder.text(of: "s.md")
        let run = try ChildProcess.run("run", saved)
        #expect(run.status == 0, "\(run.errors)")
        let draws = shown.split(separator: "\n").filter {
            $0.hasPrefix("[-") || $0.hasPrefix("0.") || $0.hasPrefix("-")
        }
        #expect(draws.count >= 3)
        for draw in draws {
            #expect(text.contains("\n\(draw)\n"))
            #expect(run.output.contains("  \(draw)\n"))
        }
        #expect(!text.contains("f(1) == 3\n```\n\n```loop\nunbound"))
    }

    @Test func `what a lesson ran is saved as far as it ran, and what was tried in it stays a trial`() throws {
        let saved = path("walk.md")
        let shown = shown(
            typing: "y = randn()", ":learn first", "", "x = 100", "own = x + 1", "", "", "", ":back", ":back", "x = 7",
            "",
            "", ":step 3", "", ":leave", "own", "x", "z = randn()", "z", ":save \(saved)")
        #expect(shown.contains("▸ own\n101\n"))
        #expect(shown.contains("▸ x\n3\n"))
        let check = try ChildProcess.run("check", saved)
        #expect(check.output.contains("1 passed"), "\(check.errors)")
        let text = try folder.text(of: "walk.md")
        #expect(text.contains("## The first lesson\n"))
        #expect(text.contains("aside"))
        let loaded = self.shown(typing: ":load \(saved)", "own", "x")
        #expect(loaded.contains("▸ own\n101\n"))
        #expect(loaded.contains("▸ x\n3\n"))
    }

    @Test func `what was refreshed or held in single precision is so again`() throws {
        let saved = path("s.md")
        _ = shown(
            typing: "a = 1", "b = a / 3", "a = 2", ":refresh", "b", ":set precision single", "1 / 3", "c = 1 / 3",
            ":set precision double", "c - 1 / 3", ":save \(saved)")
        let check = try ChildProcess.run("check", saved)
        #expect(check.output.contains("1 passed"), "\(check.errors)")
        #expect(try folder.text(of: "s.md").contains("```output\n0.666667\n```"))
    }

    @Test func `save writes over nothing unless it is told to, and says what is wanted`() throws {
        let saved = path("s.md")
        let shown = shown(
            typing: ":save", ":save \(saved)", "1", ":save \(saved)", ":save \(saved)", "2", ":save \(saved) over",
            ":save \(path("s.txt"))", ":save \(path("first.md"))", ":save /no/such/s.md")
        #expect(shown.contains("the name of a file was wanted"))
        #expect(shown.contains("there is nothing to save yet"))
        let sentences = shown.replacing("\n", with: " ")
        #expect(sentences.contains("\(saved) is there already; '\(saved) over' writes over it "))
        #expect(shown.ranges(of: "saved \(saved)\n").count == 2)
        #expect(try folder.text(of: "s.md").contains("```loop\n2\n"))
        #expect(shown.contains("a name that ends in '.md' was wanted"))
        #expect(shown.contains("'first' is the name of a lesson that there is"))
        #expect(shown.contains("cannot save /no/such/s.md: its folder does not exist"))
    }

    @Test func `load runs a script or a lesson in the session`() throws {
        try folder.write("q = 4\nq + 1\n", to: "s.loop")
        let lesson = try #require(library.paths.first)
        let shown = shown(
            typing: ":load", ":load \(path("s.loop"))", "q", ":load \(lesson)", "x", ":load \(path("none.loop"))",
            ":load \(path("none.md"))", ":learn first", ":load \(lesson)")
        #expect(shown.contains("the name of a file was wanted"))
        #expect(shown.contains("\n5\n"))
        #expect(shown.contains("▸ q\n4\n"))
        #expect(shown.contains("▸ x\n3\n"))
        #expect(shown.contains("none.loop: no such file or directory"))
        #expect(shown.contains("there is no such file"))
        #expect(shown.contains("a lesson is open; ':leave' closes it"))
    }

    @Test func `export writes the open lesson or else the session, and leaves the session as it is`() throws {
        let shown = shown(
            typing: ":export \(path("none.md"))", "v = 5", "v * 2", ":export \(path("session.md"))", ":learn first",
            ":export \(path("lesson.md"))", "v")
        #expect(shown.contains("there is nothing to export yet"))
        #expect(try folder.text(of: "session.md").contains("```loop\nv * 2\n```\n\n```text\n10\n```\n"))
        let lesson = try folder.text(of: "lesson.md")
        #expect(lesson.hasPrefix("# The first lesson\n\n## Bind\n"))
        #expect(lesson.contains("```text\n7\n```\n"))
        #expect(shown.contains("▸ v\n5\n"))
    }

    @Test func `innerloop export writes a lesson to standard output or a file`() throws {
        let lesson = try #require(library.paths.first)
        let shown = try ChildProcess.run("export", lesson, "--to", "md")
        #expect(shown.status == 0)
        #expect(shown.output.contains("```text\n8\n```\n"))
        #expect(try ChildProcess.run("export", lesson, "--to", "md", "-o", path("e.md")).status == 0)
        #expect(try folder.text(of: "e.md") == shown.output)
        for format in ["html", "ipynb"] {
            #expect(try ChildProcess.run("export", lesson, "--to", format).status == 2)
        }
        #expect(try ChildProcess.run("export", lesson, "--to", "md", "-o", "/no/such/e.md").status == 1)
    }

    @Test func `history lists the last entries, a number of them, or those with a text`() throws {
        let kept = KeptState(history: History(path: path("history")))
        kept.history?.append("of an earlier session")
        let shown = screen(
            ScriptedTerminal(typing: ":history", ":history earlier", ":history 0", ":history nowhere"), kept: kept)
        #expect(shown.contains("  of an earlier session\n"))
        #expect(shown.contains("a number from 1, or a text, was wanted"))
        #expect(shown.contains("no entry has 'nowhere' in it"))
        let own = self.shown(typing: "alpha = 1", "f(x) = {", "x }", ":history 1", ":history ALPHA")
        #expect(own.contains("  f(x) = {\n    x }\n"))
        #expect(own.hasSuffix(":history ALPHA\n  alpha = 1\n[3] ▸ \n"))
    }
}
