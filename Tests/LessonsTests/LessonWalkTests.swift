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
}
