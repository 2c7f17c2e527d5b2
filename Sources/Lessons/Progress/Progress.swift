internal import Files

/// Which steps of which lessons have been done.
public struct Progress: Sendable {
    private var marks: Set<StepMark> = []

    public init() {}

    /// From the facts of a progress file, oldest first. A line that makes no sense counts for nothing.
    public init(lines: [String]) {
        for line in lines {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map {
                EscapedLine.unescape(String($0))
            }
            switch fields.first {
            case "done": if let mark = StepMark(fields.dropFirst()) { marks.insert(mark) }
            case "undone": if let mark = StepMark(fields.dropFirst()) { marks.remove(mark) }
            case "forget" where fields.count == 2: marks = marks.filter { $0.lesson != fields[1] }
            case "forget-all": marks = []
            default: break
            }
        }
    }

    public func isDone(step: Int, of lesson: Lesson) -> Bool { marks.contains(StepMark(lesson, step: step)) }

    /// How many of the lesson's steps are done.
    public func doneCount(of lesson: Lesson) -> Int { lesson.steps.indices.count { isDone(step: $0, of: lesson) } }

    /// Where the lesson is to go on, from 0: the first step that is not done; nil where all are.
    public func firstNotDone(of lesson: Lesson) -> Int? {
        lesson.steps.indices.first { !isDone(step: $0, of: lesson) }
    }
}
