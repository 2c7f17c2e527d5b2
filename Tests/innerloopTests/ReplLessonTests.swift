import Formulas
import Lessons
import Testing

@testable import innerloop

@Suite struct ReplLessonTests {
    private let library: LessonLibrary

    init() throws {
        library = try WrittenLessons.library()
    }

    private func shown(typing lines: String...) -> String {
        screen(ScriptedTerminal(lines.map { .line($0) }), library: library)
    }

    @Test func `a lesson opens with its title, its first step and what Enter does`() {
        let shown = shown(typing: ":learn first")
        for text in ["The first lesson", "step 1 of 3 · 3 min", "A number for the next step.", "x = 3", "Enter: "] {
            #expect(shown.contains(text))
        }
    }

    @Test func `Enter runs the code on the page and turns the page, to the end`() {
        let shown = shown(typing: ":learn first", "", "", "", "", "", "")
        #expect(shown.contains("step 2 of 3"))
        #expect(shown.contains("  7\n"))
        #expect(shown.contains("step 3 of 3"))
        #expect(shown.contains("  8\n"))
        #expect(shown.contains("The first lesson: done."))
    }

    @Test func `after the last step Enter does nothing`() {
        let terminal = ScriptedTerminal(typing: ":learn second", "", "", "", "")
        #expect(screen(terminal, library: library).hasSuffix("done.\n[2] ▸ \n[2] ▸ \n[2] ▸ \n"))
    }

    @Test func `what is typed at a step sees the lesson's bindings, and the lesson goes on with its own`() {
        let shown = shown(typing: ":learn first", "", "", "x + 100", "x = 10", "")
        #expect(shown.contains("▸ x + 100\n103\n"))
        #expect(shown.contains("  7\n"))
    }

    @Test func `a lesson without a name is the first`() {
        #expect(shown(typing: ":learn").contains("The first lesson"))
    }

    @Test func `skip goes on without showing what the step gives`() {
        let shown = shown(typing: ":learn first", ":skip", ":skip", ":next")
        #expect(!shown.contains("  7\n"))
        #expect(shown.contains("  8\n"))
    }

    @Test func `back returns to the step before, and at the first says so`() {
        let shown = shown(typing: ":learn first", ":skip", ":back", ":back")
        #expect(shown.ranges(of: "step 1 of 3").count == 2)
        #expect(shown.contains("this is the first step"))
    }

    @Test func `step goes to any step, with what it needs`() {
        let shown = shown(typing: ":learn first", ":step 3", "", ":step 4", ":step")
        #expect(shown.contains("  8\n"))
        #expect(shown.contains("a number from 1 to 3 was wanted"))
        #expect(shown.ranges(of: "step 3 of 3").count == 2)
    }

    @Test func `leaving a lesson keeps what it bound`() {
        let shown = shown(typing: ":learn first", "", ":leave", "x + 1")
        #expect(shown.contains("left 'The first lesson'"))
        #expect(shown.contains("▸ x + 1\n4\n"))
    }

    @Test func `an unknown lesson is met with the nearest, and none is opened`() {
        let shown = shown(typing: ":learn frist", ":next", ":skip", ":back", ":leave")
        #expect(shown.contains("no lesson 'frist'; did you mean 'first'?"))
        #expect(shown.ranges(of: "no lesson is open").count == 4)
    }

    @Test func `reset forgets the bindings and begins the lesson again`() {
        let shown = shown(typing: "y = 1", ":learn first", "", ":reset", ":vars")
        #expect(shown.ranges(of: "step 1 of 3").count == 2)
        #expect(shown.contains("nothing is bound yet"))
    }

    @Test func `lessons are listed with their titles`() {
        let shown = shown(typing: ":lessons")
        #expect(shown.contains("first    The first lesson · 3 min\n"))
        #expect(shown.contains("second   The second lesson · 5 min\n"))
    }
}
