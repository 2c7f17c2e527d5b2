import Formulas
import Lessons
import TemporaryFolders
import Testing

@testable import innerloop

@Suite struct ReplExerciseTests {
    private let folder: TemporaryFolder
    private let library: LessonLibrary

    init() throws {
        folder = try TemporaryFolder()
        let text = """
            ---
            {format: 1, id: ask, title: Ask}
            ---

            ## A

            ```exercise {#double kind=expr name=y vars="x ~ uniform(1, 2)"}
            Twice $x$?
            ```

            ```starter
            y = x
            ```

            ```hint
            Add it to itself.
            ```

            ```solution
            2x
            ```

            ```wrong {say="that is the square"}
            x²
            ```

            ```quiz
            Which?

            - [ ] one :: not this
            - [x] two :: this
            - [x] three :: this too
            ```

            ```loop
            z = 5
            z + 1
            ```
            """
        try folder.write(text, to: "ask.md")
        library = LessonLibrary(candidates: [folder.path])
    }

    private func shown(typing lines: String...) -> String {
        screen(ScriptedTerminal([":learn ask"].map { .line($0) } + lines.map { .line($0) }), library: library)
    }

    @Test func `an exercise shows its prompt, its starter and how it is answered`() {
        let shown = shown()
        for text in [
            "  Exercise\n  Twice x?\n", "│ y = x", "answer with a formula, or with y = … · :hint · :solution · :skip",
        ] {
            #expect(shown.contains(text), "\(shown)")
        }
    }

    @Test func `a right answer goes on, and shows the lesson's own where it is written otherwise`() {
        let other = shown(typing: "x + x")
        #expect(other.contains("✓ right\n  the lesson's own answer, which it goes on with:\n  │ 2x\n"), "\(other)")
        #expect(other.contains("Quiz\n"))
        let same = shown(typing: "2x")
        #expect(same.contains("✓ right\n") && !same.contains("the lesson's own"))
    }

    @Test func `a misconception is met with its own message, any other with a counterexample`() {
        #expect(shown(typing: "x * x").contains("✗ not yet: that is the square\n"))
        let shown = shown(typing: "y = x + 3")
        #expect(
            shown.contains("✗ not yet, at x = 1.") && shown.contains("  yours:  4.") && shown.contains("  wanted: "))
        #expect(!shown.contains("Quiz"))
    }

    @Test func `what is no answer is free play`() {
        let shown = shown(typing: "k = 7", "print(k + 1)", "1 +", "1")
        #expect(shown.contains("▸ print(k + 1)\n8\n"), "\(shown)")
        #expect(!shown.contains("Quiz"))
    }

    @Test func `Enter says how to go on, hints come in order, and a shown solution is passed by Enter`() {
        let shown = shown(typing: "", ":hint", ":hint", ":solution", "")
        #expect(shown.contains("answer with a formula, or with y = …; :hint helps, :solution shows how"), "\(shown)")
        #expect(shown.contains("  Hint 1 of 1\n  Add it to itself.\n"))
        #expect(shown.contains("there are no more hints; ':solution' shows how it is done\n"))
        #expect(shown.contains("  │ 2x\n"))
        #expect(shown.contains("Enter: go on with this"))
        #expect(shown.contains("  a) one\n  b) two\n  c) three\n"))
    }

    @Test func `a quiz takes letters and says something to each`() {
        let wrong = shown(typing: "2x", "ab", "b")
        #expect(wrong.contains("  ✗ a is not: not this\n  ✓ b is right: this\n  not yet: choose again\n"), "\(wrong)")
        #expect(wrong.contains("  ✓ b is right: this\n  not yet: there is more that is right\n"))
        let right = shown(typing: "2x", "c, b", "")
        #expect(right.contains("  ✓ b is right: this\n  ✓ c is right: this too\n"))
        #expect(right.contains("  6\n"), "\(right)")
    }

    @Test func `a quiz has no hints, its solution is shown, and other entries are free play`() {
        let shown = shown(typing: "2x", ":hint", "", "1 + 1", ":solution", "", "")
        #expect(shown.contains("no exercise is waiting here\n"))
        #expect(shown.contains("answer with letters, like a or ac; :solution shows which are right"), "\(shown)")
        #expect(shown.contains("▸ 1 + 1\n2\n"))
        #expect(shown.contains("  6\n"))
    }

    @Test func `hints and solutions belong to exercises`() {
        let shown = screen(ScriptedTerminal(typing: ":hint", ":solution"))
        #expect(shown.ranges(of: "no exercise is waiting here").count == 2)
    }

    @Test func `a run shows the prompt, the solution and the quiz's answers`() throws {
        let run = try ChildProcess.run("run", folder.path + "/ask.md")
        #expect(run.status == 0 && run.errors.isEmpty)
        for text in ["  Twice x?\n\n  Solution\n  │ 2x\n", "  ✗ a is not: not this\n  ✓ b is right: this\n", "  6\n"] {
            #expect(run.output.contains(text), "\(run.output)")
        }
        #expect(!run.output.contains("y = x"))
        let json = try ChildProcess.run("run", "--json", folder.path + "/ask.md")
        #expect(json.output.split(separator: "\n").count == 2 && json.status == 0)
    }
}
