/// As much of a step as is shown before the reader is asked for something.
public struct LessonStop: Sendable {
    /// What is shown: prose, and code that is run without waiting or not at all.
    public let shown: [LessonBlock]
    /// What is run, unseen or without a word, when the stop is reached.
    public let silent: [CodeBlock]
    /// The code that Enter runs; nil at the last stop of a step, where Enter goes on.
    public let waiting: CodeBlock?
}

extension Lesson {
    /// The stops of a step: one for each block of code that waits to be run, and a last one with what follows.
    public func stops(ofStep index: Int) -> [LessonStop] {
        var stops: [LessonStop] = []
        var shown: [LessonBlock] = []
        var silent: [CodeBlock] = []
        for block in blocks(ofStep: index) {
            switch block {
            case .prose: shown.append(block)
            case .output: break
            case .code(let code):
                if code.isRun, code.visibility == .whole {
                    stops.append(LessonStop(shown: shown, silent: silent, waiting: code))
                    shown = []
                    silent = []
                    continue
                }
                if code.visibility != .nothing { shown.append(block) }
                if code.isRun { silent.append(code) }
            }
        }
        stops.append(LessonStop(shown: shown, silent: silent, waiting: nil))
        return stops
    }
}
