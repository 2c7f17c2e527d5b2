import Formulas
import Testing

@testable import Lessons

@Suite struct FullSizeTests {
    /// Sizes in the second step, over a name of the first; what is derived from them in the third.
    private let text = """
        ## Before

        ```loop
        base = 1
        ```

        ## Sizes

        ```loop
        n = 2
        noise = randn()
        ```

        ```loop full
        n = 100
        extra = randn()
        ```

        ```loop
        after = randn()
        ```

        ## Train

        ```loop
        total = base + n
        ```

        ```loop
        twice = 2 * total
        ```

        ```quiz
        ?
        - [x] a :: yes
        - [ ] b :: no
        ```

        ## After

        ```loop full
        twice = -1
        ```

        ```loop
        last = twice + 1
        ```
        """

    private func lesson() throws -> Lesson { try #require(reading(text).lesson) }

    /// The value of each name, as it is shown.
    private func values(_ names: String..., in session: Session) throws -> [String] {
        try session.run(Source(name: "", text: names.joined(separator: "\n"))).map { $0.rendering(width: 80) ?? "" }
    }

    /// A walk at the first stop of a step, and then some stops on.
    private func walk(_ lesson: Lesson, toStep step: Int, stop: Int = 0, in session: Session) -> LessonWalk {
        var walk = LessonWalk(lesson, in: session, atStep: step)
        while walk.stopIndex < stop { _ = walk.enter() }
        return walk
    }

    @Test func `a full block is shown and not run, and runs in its place at full size`() throws {
        let lesson = try lesson()
        #expect(lesson.hasFullSize && !lesson.isFullSize)
        let quick = lesson.stops(ofStep: 1)
        #expect(quick.map { $0.waiting?.line } == [13, 23, nil])
        #expect(quick[1].shown.count == 1)
        let full = lesson.atFullSize
        #expect(full.isFullSize && full.stops(ofStep: 1).map { $0.waiting?.line } == [13, 18, 23, nil])
        #expect(!full.atQuickSize.isFullSize)
        let plain = try #require(reading("## A\n").lesson)
        #expect(!plain.hasFullSize && !plain.atFullSize.isFullSize)
    }

    @Test func `other blocks draw the same at either size`() throws {
        let (quick, full) = (Session(), Session())
        _ = walk(try lesson(), toStep: 2, in: quick)
        _ = walk(try lesson().atFullSize, toStep: 2, in: full)
        #expect(try values("noise", "after", in: quick) == values("noise", "after", in: full))
        let drawn = try values("extra", "noise", "after", in: full)
        #expect(Set(drawn).count == 3)
    }

    @Test(arguments: [(1, 1), (1, 2), (2, 0), (2, 1), (2, 2), (3, 0), (3, 1)])
    func `going over on the way leads to what walking at full size gives`(step: Int, stop: Int) throws {
        let (session, other) = (Session(), Session())
        var walk = walk(try lesson(), toStep: step, stop: stop, in: session)
        let asked = walk.stop?.asked.line
        let change = try walk.goToFullSize()
        #expect(change.hasRun)
        #expect(walk.stepIndex == step && walk.stop?.asked.line == asked)
        var walked = LessonWalk(try lesson().atFullSize, in: other, atStep: step)
        while walked.stop?.asked.line != asked {
            walked.noteSolutionShown()
            _ = walked.enter()
        }
        #expect(walk.lessonState.namesThatDiffer(from: walked.lessonState) == [])
        // And so it goes on.
        walk.go(toStep: 4)
        walked.go(toStep: 4)
        #expect(walk.lessonState.namesThatDiffer(from: walked.lessonState) == [])
        #expect(try values("twice", "last", in: session) == ["-1", "0"])
    }

    @Test func `what is derived from the full sizes is refreshed, and the step's blocks run again`() throws {
        let session = Session()
        var walk = walk(try lesson(), toStep: 2, stop: 2, in: session)
        try session.run(Source(name: "[1]", text: "mine = total + 0.5; own = 2n"))
        let change = try walk.goToFullSize()
        #expect(change.earlier.map(\.step) == [1])
        #expect(change.refreshed.names == ["own"] && change.refreshedAfter.names == ["mine"])
        #expect(change.again.map(\.block.source.text) == ["total = base + n\n", "twice = 2 * total\n"])
        #expect(try values("n", "total", "twice", "mine", "own", in: session) == ["100", "101", "202", "101.5", "200"])
        #expect(session.staleNames == [])
    }

    @Test func `what the lesson leaves stale on purpose stays so`() throws {
        let stale = text.replacing("base = 1\n", with: "base = 1; old = 2 * base; base = 10\n")
        let session = Session()
        var walk = walk(try #require(reading(stale).lesson), toStep: 3, in: session)
        let change = try walk.goToFullSize()
        #expect(change.refreshed.names == ["total", "twice"])
        #expect(try values("old", "total", in: session) == ["2", "110"])
        #expect(session.staleNames == ["old"])
    }

    @Test func `full sizes that are all to come change nothing yet`() throws {
        let session = Session()
        var walk = walk(try lesson(), toStep: 0, in: session)
        let change = try walk.goToFullSize()
        #expect(!change.hasRun && walk.stopIndex == 0)
        walk.go(toStep: 3)
        #expect(try values("total", in: session) == ["101"])
    }

    @Test func `going back finds the full sizes, and the quick ones once more after going back to them`() throws {
        let (session, other) = (Session(), Session())
        var walk = walk(try lesson(), toStep: 3, in: session)
        _ = try walk.goToFullSize()
        walk.go(toStep: 2)
        let walked = LessonWalk(try lesson().atFullSize, in: other, atStep: 2)
        #expect(walk.lessonState.namesThatDiffer(from: walked.lessonState) == [])
        walk.go(toStep: 0)
        walk.go(toStep: 3)
        #expect(try values("twice", in: session) == ["202"])
        walk.goToQuickSize()
        #expect(walk.stepIndex == 3 && walk.stopIndex == 0 && !walk.lesson.isFullSize)
        let quick = LessonWalk(try lesson(), in: Session(), atStep: 3)
        #expect(walk.lessonState.namesThatDiffer(from: quick.lessonState) == [])
        walk.go(toStep: 4)
        #expect(try values("last", in: session) == ["7"])
    }

    @Test func `a full size that fails leaves all as it was`() throws {
        let broken = text.replacing("n = 100", with: "n = [1, 2]").replacing("base + n", with: "zeros(3) + n * [1]")
        let session = Session()
        var walk = walk(try #require(reading(broken).lesson), toStep: 3, in: session)
        let (before, number) = (session.state, session.nextCellNumber)
        #expect(throws: Diagnostic.self) { try walk.goToFullSize() }
        #expect(!walk.lesson.isFullSize && walk.stepIndex == 3)
        #expect(session.state.namesThatDiffer(from: before) == [])
        #expect(session.nextCellNumber == number)
    }

    @Test(arguments: [
        ("loop full norun", "6:9: error: a 'full' block is run at full size, and a 'norun' block never"),
        ("loop full expect-error=\"x\"", "6:14: error: a block that is not run can't be expected to give an error"),
        ("loop full=1", "6:9: error: 'full' takes no value"),
        ("plot full", "6:9: error: a 'plot' block has no flag 'full'"),
    ])
    func `what a full block can't be is refused`(opening: String, message: String) {
        let found = messages(reading("## A\n```\(opening)\nx\n```\n\n*c*\n"))
        #expect(found.first?.hasPrefix("test.md:" + message) == true, "\(found)")
    }

    @Test func `at full size a lesson is checked without its time limit, and at the quick one with it`() throws {
        let body = "## A\n```loop\nn = 1\n```\n```loop full\nn = 2\n```\n```loop\nclaim n == 2\n```\n"
        let lessons = try CheckedLessons(["t.md": "---\n{format: 1, id: t, title: T, time-limit: 1e-9}\n---\n\n" + body]
        )
        func problems(isFull: Bool) -> [String] {
            let checker = LessonChecker(library: LessonLibrary(candidates: []), isFull: isFull)
            return checker.check(paths: lessons.paths).problems.map(\.diagnostic.message)
        }
        #expect(problems(isFull: true) == [])
        #expect(problems(isFull: false).contains { $0.contains("its time limit") })
    }
}
