import Formulas
import Glibc
import Lessons
import TemporaryFolders
import Testing

@testable import innerloop

@Suite struct ReplRestoreTests {
    private let library: LessonLibrary
    private let folder: TemporaryFolder
    private let kept: KeptState

    init() throws {
        library = try WrittenLessons.library()
        folder = try TemporaryFolder()
        kept = KeptState(journals: JournalFolder(path: folder.path + "/state"))
    }

    private func repl(_ terminal: ScriptedTerminal = ScriptedTerminal([])) -> Repl {
        Repl(
            terminal: terminal, session: Session(), library: library, figures: FigureScreen(searchPath: ""), kept: kept)
    }

    /// Every binding as it is shown, and where draws go on.
    private func state(_ repl: Repl) -> [String] {
        repl.bindingPrinter.lines(of: repl.session.bindings) + ["\(repl.session.drawPosition)"]
    }

    /// A session of much, which then ends without leaving.
    private func crash() -> (state: [String], stop: String?) {
        let repl = repl()
        for entry in ["x = randn(3)", "f(t) = {\n  t² + 1\n}", "θ = randn(2); y = f(θ)", "1/", "unbound", "seed(7)"] {
            repl.run(entry: entry, isWhole: true)
        }
        repl.runCommand(":set precision single")
        repl.run(entry: "z = [a² for a in randn(3)]", isWhole: true)
        repl.open("first")
        repl.enter()
        repl.enter()
        repl.run(entry: "x = 10; mine = x + 1", isWhole: true)
        repl.enter()
        repl.runCommand(":back")
        repl.enter()
        repl.run(entry: "w = randn()", isWhole: true)
        return (state(repl), repl.walk.map { "\($0.stepIndex) \($0.stopIndex)" })
    }

    @Test func `a session that ended without leaving is offered, and comes back as it was, draws included`() {
        let before = crash()
        let terminal = ScriptedTerminal([])
        let repl = repl(terminal)
        repl.offerToRestore()
        #expect(terminal.screen.contains("ended without leaving: 15 entries;\n:restore brings them back,\n"))
        repl.runCommand(":restore")
        #expect(terminal.screen.contains("15 entries of the session of "))
        #expect(state(repl) == before.state)
        #expect(repl.walk.map { "\($0.stepIndex) \($0.stopIndex)" } == before.stop)
        #expect(before.stop != nil)
    }

    @Test func `a session that was brought back and ended again is offered whole`() {
        _ = crash()
        do {
            let repl = repl()
            repl.runCommand(":restore")
            repl.run(entry: "more = 1", isWhole: true)
        }
        let terminal = ScriptedTerminal([])
        let last = repl(terminal)
        last.runCommand(":restore")
        #expect(last.session.boundNames.contains("more"))
        #expect(last.session.boundNames.contains("θ"))
        #expect(terminal.screen.contains("16 entries"))
    }

    @Test func `what is dropped is offered no more`() {
        _ = crash()
        let shown = screen(ScriptedTerminal(typing: ":restore drop", ":restore"), library: library, kept: kept)
        #expect(shown.contains(" is forgotten\n"))
        #expect(shown.contains("there is no session to bring back"))
    }

    @Test func `a session that is left as it should be leaves no journal`() {
        _ = screen(ScriptedTerminal(typing: "x = 1", "x"), library: library, kept: kept)
        _ = screen(ScriptedTerminal(typing: "x = 1", ":quit"), library: library, kept: kept)
        #expect(TestFolder.names(folder.path + "/state").isEmpty)
    }

    @Test func `a session that is alive is not offered`() {
        let alive = repl()
        alive.run(entry: "x = 1", isWhole: true)
        let terminal = ScriptedTerminal([])
        repl(terminal).offerToRestore()
        #expect(terminal.screen.isEmpty)
        #expect(alive.session.boundNames == ["x"])
    }

    @Test func `a session that has begun is not mixed with another`() {
        _ = crash()
        let shown = screen(
            ScriptedTerminal(typing: "x = 1", ":restore", ":reset", ":restore", "mine"), library: library, kept: kept)
        #expect(shown.contains("this session has begun already; ':reset'"))
        #expect(shown.contains("▸ mine\n11\n"))
    }

    @Test func `a record torn by the crash is left out, and journals of a newer version are left alone`() throws {
        let state = try folder.makeFolder("state")
        try ChildProcess.write(Array("format: 1\nentry\ta = 1\nentry\tb = 2".utf8), to: state + "/journal-5-5")
        try ChildProcess.write(Array("format: 2\nentry\ta = 9\n".utf8), to: state + "/journal-6-6")
        let repl = repl()
        repl.runCommand(":restore")
        #expect(repl.session.boundNames == ["a"])
        repl.run(entry: "c = 3", isWhole: true)
        #expect(TestFolder.text(state + "/journal-5-5") == "format: 1\nentry\ta = 1\nentry\tc = 3\n")
        #expect(TestFolder.text(state + "/journal-6-6") == "format: 2\nentry\ta = 9\n")
    }

    @Test(arguments: [
        JournalRecord.entry("a = 1\tb\n\\n"), .command(":set digits 3"), .lesson(path: "/a b\tc.md", step: 4), .enter,
    ])
    func `a record is one line, and comes back`(_ record: JournalRecord) {
        #expect(!record.line.contains("\n"))
        #expect(JournalRecord(line: record.line) == record)
    }

    @Test func `lines that are no records are none`() {
        for line in ["", "entr", "lesson", "lesson\tx\ty", "lesson\t-1\ty"] {
            #expect(JournalRecord(line: line) == nil)
        }
    }
}
