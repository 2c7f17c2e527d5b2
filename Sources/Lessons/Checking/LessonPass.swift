internal import Formulas

/// A walk through a whole lesson by a reader who solves everything, with what each block gave and where it led.
struct LessonPass {
    /// Every block that ran, solutions included, in the order in which they did.
    private(set) var runs: [BlockRun] = []
    /// The session at the beginning of each step, and at the lesson's end.
    private(set) var states: [Session.State] = []
    /// What is wrong with exercises and quizzes.
    private(set) var problems: [LessonProblem] = []

    /// Whether it was stopped before the lesson's end.
    var isInterrupted: Bool { runs.contains(where: \.isInterrupted) }

    init(_ lesson: Lesson, in session: Session) {
        var walk = LessonWalk(lesson, in: session)
        runs += walk.silentRuns
        states.append(walk.lessonState)
        while let stop = walk.stop, !isInterrupted {
            let step = walk.stepIndex
            let advance: LessonWalk.Advance
            switch stop.asked {
            case .nothing, .code: advance = walk.enter()
            case .exercise(let exercise):
                let proof = ExerciseProof(exercise: exercise, walk: walk)
                problems += proof.problems()
                if let answered = walk.answer(exercise.solution.statements), case .right = answered.judgement {
                    advance = answered.advance
                } else {
                    walk.noteSolutionShown()
                    advance = walk.enter()
                }
            case .quiz(let quiz):
                advance = walk.choose(quiz.rightLetters)?.isRight == true ? .passed : .unsolved
            }
            if case .unsolved = advance { break }
            if case .ran(let run) = advance { runs.append(run) }
            runs += walk.silentRuns
            if walk.stepIndex > step { states.append(walk.lessonState) }
        }
    }

    func run(of block: CodeBlock) -> BlockRun? { runs.first { $0.block.line == block.line } }
}
