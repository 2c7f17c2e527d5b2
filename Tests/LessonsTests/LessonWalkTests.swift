import Formulas
import Testing

@testable import Lessons

@Suite struct LessonWalkTests {
    private let text = """
        ## One

        Before.

        ```loop setup
        a = 1
        ```

        ```loop
        b = a + 1
        ```

        Between.

        ```loop hidden
        c = b + 1
        ```

        ```loop norun
        d = 0
        ```

        ```loop
        d = c + 1
        ```

        ```output
        ```

        ## Two

        After.

        ## Three

        ```loop
        e = d + 1
        ```
        """

    private func lesson() throws -> Lesson { try #require(reading(text).lesson) }

    private func kinds(_ blocks: [LessonBlock]) -> [String] {
        blocks.map { block in
            switch block {
            case .prose: "prose"
            case .code(let code): code.source.text.trimmed().filter { $0 != "\n" }
            case .output: "output"
            case .exercise: "exercise"
            case .quiz: "quiz"
            }
        }
    }

    @Test func `a step stops at each block that waits, and once more at its end`() throws {
        let stops = try lesson().stops(ofStep: 0)
        #expect(stops.map { $0.waiting?.source.text } == ["b = a + 1\n", "d = c + 1\n", nil])
        #expect(stops.map { kinds($0.shown) } == [["prose", "a = 1"], ["prose", "d = 0"], []])
        #expect(stops.map { $0.silent.count } == [1, 1, 0])
    }

    @Test func `Enter runs what waits, then goes on, then the lesson is over`() throws {
        var walk = LessonWalk(try lesson(), in: Session())
        var log: [String] = []
        while !walk.isOver {
            switch walk.enter() {
            case .ran(let run): log.append(run.block.source.text.trimmed().filter { $0 != "\n" })
            case .passed, .unsolved: log.append("?")
            case .nextStep: log.append("step \(walk.stepIndex + 1)")
            case .finished: log.append("finished")
            }
        }
        #expect(log == ["b = a + 1", "d = c + 1", "step 2", "step 3", "e = d + 1", "finished"])
        #expect(walk.stop == nil)
        guard case .finished = walk.enter() else { Issue.record("a finished lesson goes on"); return }
    }

    @Test func `skip, back, reset and go lead to the beginning of a step`() throws {
        var walk = LessonWalk(try lesson(), in: Session())
        let wentBeforeTheFirst = walk.back()
        #expect(!wentBeforeTheFirst)
        _ = walk.enter()
        #expect(walk.stepIndex == 0 && walk.stopIndex == 1)
        walk.resetStep()
        #expect(walk.stepIndex == 0 && walk.stopIndex == 0)
        walk.skip()
        #expect(walk.stepIndex == 1 && walk.stopIndex == 0)
        walk.go(toStep: 2)
        #expect(walk.stepIndex == 2)
        walk.back()
        #expect(walk.stepIndex == 1)
        walk.go(toStep: 99)
        #expect(walk.isOver)
        walk.back()
        #expect(walk.stepIndex == 2)
        walk.resetLesson()
        #expect(walk.stepIndex == 0 && !walk.isOver)
        walk.go(toStep: -1)
        #expect(walk.stepIndex == 0)
        #expect(LessonWalk(try lesson(), in: Session(), atStep: 2).stepIndex == 2)
    }

    @Test func `however a step is reached, the session has what walking there gives`() throws {
        let walked = Session()
        var walk = LessonWalk(try lesson(), in: walked)
        while walk.stepIndex < 2 { _ = walk.enter() }
        #expect(Set(walked.boundNames).isSuperset(of: ["a", "b", "c", "d"]))

        let skipped = Session()
        var other = LessonWalk(try lesson(), in: skipped)
        other.skip()
        other.skip()
        #expect(Set(skipped.boundNames) == Set(walked.boundNames))

        other.go(toStep: 99)
        #expect(skipped.boundNames.contains("e"))
        other.back()
        #expect(Set(skipped.boundNames) == Set(walked.boundNames))

        let begun = Session()
        _ = LessonWalk(try lesson(), in: begun, atStep: 2)
        #expect(Set(begun.boundNames) == Set(walked.boundNames))
    }

    @Test func `what the reader tried is taken back before the lesson goes on`() throws {
        let session = Session()
        var walk = LessonWalk(try lesson(), in: session)
        _ = walk.enter()
        try session.run(Source(name: "[1]", text: "b = 100"))
        _ = walk.enter()
        let cells = try session.run(Source(name: "[2]", text: "claim d == 4"))
        #expect(cells.flatMap(\.claims).map(\.holds) == [true])
        #expect(walk.silentFailures.isEmpty)
    }

    // MARK: Exercises

    private func exerciseWalk() throws -> LessonWalk {
        let body = "## A\n\(LessonText.exercise)\n```quiz\n?\n- [x] a :: yes\n- [ ] b :: no\n```\n\n## B\n"
        let found = reading(body)
        let setup = "## Setup\n```loop setup\nα = 0.1; h = 2; s = 3\n```\n"
        #expect(messages(found) == [])
        return LessonWalk(try #require(reading(setup + body).lesson), in: Session(), atStep: 1)
    }

    private func answer(_ text: String, to walk: inout LessonWalk) throws -> (Judgement, LessonWalk.Advance) {
        guard case .exercise(let exercise) = walk.stop?.asked else { throw NotThere() }
        let statements = try Parser.parse(Source(name: "[1]", text: text))
        let answered = walk.answer(try #require(exercise.answer(statements)))
        return try #require(answered)
    }

    private struct NotThere: Error {}

    @Test func `Enter does not pass an exercise or a quiz, until its solution has been shown`() throws {
        var walk = try exerciseWalk()
        for stop in 0..<2 {
            guard case .unsolved = walk.enter() else { Issue.record("Enter passed stop \(stop)"); return }
            #expect(walk.stopIndex == stop)
            walk.noteSolutionShown()
            _ = walk.enter()
            #expect(walk.stopIndex == stop + 1)
            #expect(!walk.isSolutionShown)
        }
    }

    @Test func `only a right answer passes an exercise, and the lesson goes on with the solution`() throws {
        var walk = try exerciseWalk()
        guard case (.misconception, .unsolved) = try answer("s", to: &walk) else { Issue.record("s is right"); return }
        #expect(walk.stopIndex == 0 && !walk.session.boundNames.contains("g"))
        guard case (.right, .ran(let run)) = try answer("s - s*α*h", to: &walk) else {
            Issue.record("not right"); return
        }
        #expect(run.block.source.text == "g = (1 - α * h) * s\n")
        #expect(walk.stopIndex == 1 && walk.session.source(of: "g") == "g = (1 - α * h) * s")
    }

    @Test func `hints come in order and begin anew with the step`() throws {
        var walk = try exerciseWalk()
        #expect(walk.nextHint()?.text == [.paragraph([.text("Two factors.")])])
        #expect(walk.nextHint()?.number == 2)
        #expect(walk.nextHint() == nil)
        walk.resetStep()
        #expect(walk.nextHint()?.number == 1)
    }

    @Test func `the right letters pass a quiz, others do not, and what is no letter is no choice`() throws {
        var walk = try exerciseWalk()
        #expect(walk.choose("a") == nil)
        _ = try answer("g = (1 - α*h)*s", to: &walk)
        #expect(walk.choose("b")?.isRight == false && walk.choose("1 + 1") == nil)
        #expect(walk.stopIndex == 1)
        #expect(walk.choose("a")?.isRight == true)
        #expect(walk.stopIndex == 2)
    }

    @Test func `solved, looked up, skipped and resumed lead to the same bindings`() throws {
        var solved = try exerciseWalk()
        try solved.session.run(Source(name: "[1]", text: "s = 7; h = s"))
        _ = try answer("s * (1 - h*α)", to: &solved)
        #expect(solved.choose("a")?.isRight == true)
        _ = solved.enter()
        var shown = try exerciseWalk()
        while shown.stepIndex == 1 {
            shown.noteSolutionShown()
            _ = shown.enter()
        }
        var skipped = try exerciseWalk()
        skipped.skip()
        let resumed = LessonWalk(skipped.lesson, in: Session(), atStep: 2)
        for other in [shown, skipped, resumed] {
            #expect(other.stepIndex == 2 && solved.stepIndex == 2)
            #expect(solved.session.state.namesThatDiffer(from: other.session.state) == [])
        }
        #expect(resumed.session.boundNames == ["g", "h", "s", "α"])
    }

    @Test func `a bare formula of variables that are not bound is shown, not run`() throws {
        let body = "## A\n```exercise {#e kind=expr vars=\"x ~ randn()\"}\n?\n```\n```solution\n2x\n```\n"
        var walk = LessonWalk(try #require(reading(body).lesson), in: Session())
        guard case (.right, .passed) = try answer("x + x", to: &walk) else { Issue.record("not passed"); return }
        #expect(walk.session.boundNames == [])
    }
}
