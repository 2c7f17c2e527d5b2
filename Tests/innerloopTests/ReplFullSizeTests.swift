import Formulas
import Lessons
import TemporaryFolders
import Testing

@testable import innerloop

@Suite struct ReplFullSizeTests {
    private let folder: TemporaryFolder
    private let library: LessonLibrary

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            ---
            format: 1
            title: Sizes
            minutes: 1
            lang: en
            id: sizes
            ---

            ## Sizes

            ```loop
            n = 2
            ```

            ```loop full
            n = 100
            ```

            ## Train

            ```loop
            total = 1 + n
            ```

            ```loop
            claim total - n == 1
            print("twice", 2 * total)
            ```

            """, to: "01-sizes.md")
        try folder.write(
            """
            ---
            format: 1
            title: Plain
            minutes: 1
            lang: en
            id: plain
            ---

            ## One

            ```loop
            x = 3
            ```

            """, to: "02-plain.md")
        library = LessonLibrary(candidates: [folder.path])
    }

    private func shown(typing lines: String..., session: Session = Session()) -> String {
        screen(ScriptedTerminal(lines.map { .line($0) }), library: library, session: session)
    }

    @Test func `a block of full sizes says what runs it`() {
        #expect(
            shown(typing: ":learn sizes", "").contains(
                "│ n = 100\n  not run: these are the full sizes; ':full' runs them\n"))
    }

    @Test func `full runs again what came of the quick sizes, and off takes that back`() {
        let shown = shown(
            typing: ":learn sizes", "", "", "", "", "mine = total + 0.5", ":full", "total", "mine", ":full off",
            "total")
        #expect(shown.contains("twice 6"))
        #expect(shown.contains("run again: mine\n"), "\(shown)")
        #expect(shown.contains("twice 202"))
        #expect(shown.contains("total - n == 1"))
        #expect(shown.contains("the lesson is at its full size; ':check' proves its claims so far again"))
        #expect(shown.contains("total\n101\n") && shown.contains("mine\n101.5\n"))
        #expect(shown.contains("the lesson is at its quick size again\n\nTrain"))
        #expect(shown.contains("unknown name total"))
    }

    @Test func `full sizes to come run in their places`() {
        let shown = shown(typing: ":learn sizes", ":full", "", "", "", "", "total")
        #expect(shown.contains("the full sizes come later in the lesson"))
        #expect(shown.contains("total\n101\n"), "\(shown)")
        #expect(!shown.contains("not run:"))
    }

    @Test func `what can't be is said`() {
        let shown = shown(
            typing: ":full", ":learn plain", ":full", ":leave", ":learn sizes", ":full off", ":full on", ":full",
            ":full")
        #expect(shown.contains("no lesson is open"))
        #expect(shown.contains("'Plain' has no full size: nothing in it is left out"))
        #expect(shown.contains("the lesson is at its quick size\n"))
        #expect(shown.contains("':full' or ':full off' was wanted"))
        #expect(shown.contains("the lesson is at its full size; ':full off' goes back\n"))
    }

    @Test(arguments: [0, 1, 2, 3])
    func `a session at full size is saved so that it gives the same again`(enters: Int) throws {
        let session = Session()
        let path = folder.path + "/saved-\(enters).md"
        let lines =
            [":learn sizes"] + [String](repeating: "", count: enters) + [
                ":full", "n = n + 0.5", "", "", ":save \(path)",
            ]
        _ = screen(ScriptedTerminal(lines.map { .line($0) }), library: library, session: session)
        let run = try ChildProcess.run("run", path)
        #expect(run.status == 0, "\(run.errors)")
        let reading = LessonReader.read(path: path)
        let lesson = try #require(reading.lesson)
        let again = Session()
        _ = LessonWalk(lesson, in: again, atStep: lesson.steps.count)
        #expect(Set(again.boundNames) == Set(session.boundNames))
        for name in session.boundNames {
            #expect(again.source(of: name) == session.source(of: name), "\(name)")
            let values = try [session, again].map { try $0.run(Source(name: "", text: name))[0].rendering(width: 80) }
            #expect(values[0] == values[1], "\(name)")
        }
        #expect(try ChildProcess.run("check", path).status == 0)
    }

    @Test func `run and check take the full size where they are asked to`() throws {
        let path = "\(folder.path)/01-sizes.md"
        #expect(try ChildProcess.run("run", path).output.contains("twice 6"))
        let full = try ChildProcess.run("run", "--full", path)
        #expect(full.status == 0 && full.output.contains("twice 202"))
        let plain = try ChildProcess.run("run", "--full", "\(folder.path)/02-plain.md")
        #expect(plain.status == 2 && plain.errors.contains("'Plain' has no full size"))
        let script = try folder.write("1 + 1\n", to: "a.loop")
        #expect(try ChildProcess.run("run", "--full", script).status == 2)
        let check = try ChildProcess.run("check", "--full", folder.path)
        #expect(check.status == 0 && check.output.contains("1 claim"), "\(check.errors)")
    }
}
