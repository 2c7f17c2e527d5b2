/// As much of a step as is shown before the reader is asked for something.
public struct LessonStop: Sendable {
    /// What is shown: prose, and code that is run without waiting or not at all.
    public let shown: [LessonBlock]
    /// What is run, unseen or without a word, when the stop is reached.
    public let silent: [CodeBlock]
    /// What the reader is asked for.
    public let asked: Asked

    public enum Asked: Sendable {
        /// Nothing but Enter, which goes on: the last stop of a step.
        case nothing
        /// Enter, which runs the code.
        case code(CodeBlock)
        /// An answer.
        case exercise(Exercise)
        /// A choice.
        case quiz(Quiz)

        /// The line of the block that asks; nil where none does.
        var line: Int? {
            switch self {
            case .nothing: nil
            case .code(let code): code.line
            case .exercise(let exercise): exercise.line
            case .quiz(let quiz): quiz.line
            }
        }
    }

    /// The code that Enter runs, where there is any.
    public var waiting: CodeBlock? {
        guard case .code(let code) = asked else { return nil }
        return code
    }
}

extension Lesson {
    /// The stops of a step: one for each block of code that waits to be run, each exercise and each quiz, and a last one
    /// with what follows.
    public func stops(ofStep index: Int) -> [LessonStop] {
        var stops: [LessonStop] = []
        var shown: [LessonBlock] = []
        var silent: [CodeBlock] = []
        func stop(_ asked: LessonStop.Asked) {
            stops.append(LessonStop(shown: shown, silent: silent, asked: asked))
            (shown, silent) = ([], [])
        }
        for block in blocks(ofStep: index) {
            switch block {
            case .prose: shown.append(block)
            case .output: break
            case .exercise(let exercise): stop(.exercise(exercise))
            case .quiz(let quiz): stop(.quiz(quiz))
            case .code(let code):
                if code.isRun, code.visibility == .whole {
                    stop(.code(code))
                    continue
                }
                if code.visibility != .nothing { shown.append(block) }
                if code.isRun { silent.append(code) }
            }
        }
        stop(.nothing)
        return stops
    }
}
