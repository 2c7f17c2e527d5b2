internal import Formulas

/// Proves that it does not matter how a step is reached: the session has the same bindings to the bit after walking and solving,
/// after skipping, and after coming back and going on. To begin at a step is to skip those before it.
struct LessonPaths {
    let lesson: Lesson

    init(_ lesson: Lesson) { self.lesson = lesson }

    private var hasAsides: Bool {
        lesson.steps.indices.contains { step in
            lesson.blocks(ofStep: step).contains { block in
                if case .code(let code) = block { return code.replay.aside > 0 }
                return false
            }
        }
    }

    /// - Parameters:
    ///   - walked: the states at the beginning of each step and at the end, as walking gave them.
    ///   - session: a fresh one.
    func problems(walked: [Session.State], in session: Session) -> [LessonProblem] {
        // What was tried in a saved session stays the reader's own wherever the lesson goes.
        if hasAsides { return [] }
        var problems: [LessonProblem] = []
        func compare(_ walk: LessonWalk, at step: Int, _ way: String) {
            guard walked.indices.contains(step) else { return }
            let names = walk.lessonState.namesThatDiffer(from: walked[step])
            guard !names.isEmpty else { return }
            let place = step < lesson.steps.count ? "step '\(lesson.steps[step].title)'" : "the end"
            let line = lesson.steps[min(step, lesson.steps.count - 1)].line
            problems.append(
                LessonProblem(
                    "\(way) to \(place) gives another \(names.joined(separator: ", ")) than walking there",
                    at: lesson.source.span(ofLine: line)))
        }
        var walk = LessonWalk(lesson, in: session)
        compare(walk, at: 0, "beginning again")
        while !walk.isOver {
            walk.skip()
            if walk.silentRuns.contains(where: \.isInterrupted) { return problems }
            compare(walk, at: walk.stepIndex, "skipping")
        }
        for step in lesson.steps.indices.reversed() {
            walk.go(toStep: step)
            compare(walk, at: step, "coming back")
            walk.skip()
            if walk.silentRuns.contains(where: \.isInterrupted) { return problems }
            compare(walk, at: step + 1, "going on")
        }
        return problems
    }
}

extension Source {
    /// The whole of a line, counted from the source's first.
    func span(ofLine number: Int) -> Span {
        var start = 0
        var line = firstLine
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line == number { return Span(self, start..<start + part.count) }
            start += part.count + 1
            line += 1
        }
        return Span(self, bytes.count..<bytes.count)
    }
}
