public import Files

/// The file that remembers which steps have been done, from one session to the next.
///
/// A fact is a line of fields with tabs between them: `done LESSON STEP DIGEST`, `undone LESSON STEP DIGEST`,
/// `forget LESSON`, `forget-all`. Each is added as soon as it is so, and the last word counts.
public struct ProgressFile: Sendable {
    private let file: StateFile

    public init(path: String) { file = StateFile(path: path) }

    public var path: String { file.path }

    public func read() throws(StateFileProblem) -> Progress { Progress(lines: try file.lines()) }

    /// Marks a step, given from 0, as done; writes nothing where it is.
    public func markDone(step: Int, of lesson: Lesson) throws(StateFileProblem) {
        guard try !read().isDone(step: step, of: lesson) else { return }
        try add(["done"] + StepMark(lesson, step: step).fields)
    }

    public func forget(step: Int, of lesson: Lesson) throws(StateFileProblem) {
        try add(["undone"] + StepMark(lesson, step: step).fields)
    }

    public func forget(_ lesson: Lesson) throws(StateFileProblem) { try add(["forget", lesson.id]) }

    public func forgetAll() throws(StateFileProblem) { try add(["forget-all"]) }

    private func add(_ fields: [String]) throws(StateFileProblem) {
        try file.append(fields.map(EscapedLine.escape).joined(separator: "\t"))
    }
}
