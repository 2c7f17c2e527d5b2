import Lessons
import TemporaryFolders
import Testing

@testable import innerloop

@Suite struct ReplProgressTests {
    private let library: LessonLibrary
    private let folder: TemporaryFolder
    private let kept: KeptState

    init() throws {
        library = try WrittenLessons.library()
        folder = try TemporaryFolder()
        kept = KeptState(progress: ProgressFile(path: folder.path + "/progress"))
    }

    private func shown(typing lines: String...) -> String {
        screen(ScriptedTerminal(lines.map { .line($0) }), library: library, kept: kept)
    }

    @Test func `a lesson goes on at the first step that is not done, with what it needs`() {
        _ = shown(typing: ":learn first", "", "")
        let again = shown(typing: ":learn first", "")
        #expect(again.contains("going on at step 2; ':step 1' begins anew\n"))
        #expect(again.contains("  7\n"))
        #expect(shown(typing: ":learn first").contains("going on at step 3;"))
    }

    @Test func `a lesson that is done begins at its first step`() {
        _ = shown(typing: ":learn second", "", "")
        let again = shown(typing: ":learn second")
        #expect(again.contains("step 1 of 1"))
        #expect(!again.contains("going on"))
    }

    @Test func `a step that is skipped is not done`() {
        #expect(shown(typing: ":learn first", ":skip", "", ":progress").contains("first    1 of 3 steps    33 %\n"))
    }

    @Test func `lessons that are done are marked in the list, with a word`() {
        let shown = shown(typing: ":learn second", "", "", ":lessons", ":progress")
        #expect(shown.contains("The second lesson · 5 min · ✓ done\n"))
        #expect(shown.contains("The first lesson · 3 min\n"))
        #expect(shown.contains("second   1 of 1 steps   100 %   ✓ done\n"))
    }

    @Test func `without Unicode the marks are words`() {
        let terminal = ScriptedTerminal(typing: ":learn second", "", ":toc", "", ":lessons")
        terminal.appearance.unicode = false
        let shown = screen(terminal, library: library, kept: kept)
        #expect(shown.contains("| 5 min | done\n"))
        #expect(shown.contains("> 1  Only this (here)  done\n"))
    }

    @Test func `toc lists the steps, which are done and which is open`() {
        let shown = shown(typing: ":toc", ":learn first", "", ":step 2", ":toc")
        #expect(shown.contains("no lesson is open"))
        #expect(shown.contains("  1  Bind  ✓ done\n▸ 2  Add (here)\n  3  Add more\n"))
    }

    @Test func `reset takes back what is done: of a step, of a lesson, of all`() throws {
        _ = shown(typing: ":learn first", "", "", "", "")
        #expect(shown(typing: ":learn first", ":step 1", ":reset step", ":progress").contains("first    1 of 3"))
        #expect(shown(typing: ":learn first", ":reset lesson", ":progress").contains("first    0 of 3"))
        _ = shown(typing: ":learn second", "", "")
        #expect(shown(typing: ":reset progress", ":progress").contains("second   0 of 1"))
        #expect(shown(typing: ":reset everything").contains("was wanted\n"))
    }

    @Test func `progress that can't be kept is said once, and the lesson goes on`() {
        let kept = KeptState(progress: ProgressFile(path: "/proc/no/such/progress"))
        let terminal = ScriptedTerminal(typing: ":learn first", "", "", "", "", "", "")
        let shown = screen(terminal, library: library, kept: kept)
        #expect(shown.ranges(of: "progress is not kept").count == 1)
        #expect(shown.contains("The first lesson: done."))
    }

    @Test func `progress of a newer version is left as it is`() throws {
        try folder.write("format: 2\nx\n", to: "progress")
        let shown = shown(typing: ":learn first", "", "").replacing("\n", with: " ")
        #expect(shown.contains("has format 2, which a newer version wrote"))
        #expect(try folder.text(of: "progress") == "format: 2\nx\n")
    }

    @Test func `the environment says where progress is`() {
        func path(_ environment: [String: String]) -> String? {
            ProgressFile.located(environment: { environment[$0] }, isSet: { environment[$0] != nil })?.path
        }
        #expect(path(["INNERLOOP_PROGRESS": "/p", "HOME": "/home/x"]) == "/p")
        #expect(path(["XDG_STATE_HOME": "/s", "HOME": "/home/x"]) == "/s/innerloop/progress")
        #expect(path(["HOME": "/home/x"]) == "/home/x/.local/state/innerloop/progress")
        #expect(path([:]) == nil)
    }
}
