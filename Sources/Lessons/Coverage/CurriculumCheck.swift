public import Files
internal import Formulas
internal import Glibc
internal import Typography

/// Holds lessons to what the curriculum beside them lists.
public struct CurriculumCheck {
    /// What came of checking all lessons of a folder.
    public struct Result: Sendable {
        public internal(set) var problems: [LessonProblem] = []
        /// Those listed.
        public internal(set) var truths = 0
        public internal(set) var errors = 0
        /// What the page beside the lessons should hold, where it holds something else.
        public internal(set) var page: String?
    }

    static let fileName = "curriculum.yaml"

    /// The curriculum's file.
    public let path: String
    private let folder: String

    /// Nil where the folder has no curriculum.
    public init?(folder: String) {
        self.folder = folder
        path = "\(folder)/\(Self.fileName)"
        guard access(path, F_OK) == 0 else { return nil }
    }

    /// Writes the page beside the lessons.
    public func write(page: String) throws(FileFailure) {
        try ReplacedFile.write(Array(page.utf8), to: pagePath)
    }

    /// The page's file.
    public var pagePath: String { "\(folder)/\(CoveragePage.fileName)" }

    /// What one lesson shows that is not listed.
    public func problems(ofLessonAt path: String) -> [LessonProblem] {
        let (curriculum, problems) = read()
        guard let curriculum, let lesson = LessonReader.read(path: path).lesson else { return problems }
        return curriculum.unlisted(in: lesson)
    }

    /// Checks that all is shown that is listed, in lessons that are there, and that the page says so.
    public func result() -> Result {
        var result = Result()
        let (curriculum, problems) = read()
        guard let curriculum else {
            result.problems = problems
            return result
        }
        result.truths = curriculum.entries.reduce(0) { $0 + $1.truths.count }
        result.errors = curriculum.entries.reduce(0) { $0 + $1.errors.count }
        let paths = LessonLibrary(candidates: [folder]).paths
        let lessons = paths.compactMap { LessonReader.read(path: $0).lesson }
        guard lessons.count == paths.count else {
            let message = "what the lessons show is not known while there is one that can't be read"
            result.problems = [LessonProblem(message, at: Span(Source(name: path, text: ""), 0..<0))]
            return result
        }
        let coverages = lessons.map { Coverage($0, curriculum.entry(of: $0)) }
        result.problems += curriculum.entries.filter { entry in !lessons.contains { $0.id == entry.id } }.map { entry in
            LessonProblem(
                "there is no lesson '\(entry.id)'\(Spelling.question(entry.id, in: lessons.map(\.id)))", at: entry.span)
        }
        result.problems += coverages.flatMap { $0.gaps() } + lessons.flatMap { curriculum.unlisted(in: $0) }
        let page = CoveragePage(lessons: coverages).text
        if let problem = difference(from: page) {
            result.problems.append(problem)
            result.page = page
        }
        return result
    }

    private func read() -> (curriculum: Curriculum?, problems: [LessonProblem]) {
        do throws(Diagnostic) {
            var reader = CurriculumReader(try LessonFile(path: path))
            let curriculum = reader.read()
            return (curriculum, reader.problems.map { LessonProblem($0) })
        } catch {
            return (nil, [LessonProblem(error)])
        }
    }

    /// Where the page beside the lessons is not what it should be; nil where it is.
    private func difference(from page: String) -> LessonProblem? {
        let help = "'innerloop check --fix' writes it"
        let written: String
        do throws(FileFailure) {
            written = String(decoding: try WholeFile.read(pagePath), as: UTF8.self)
        } catch {
            let place = Span(Source(name: pagePath, text: ""), 0..<0)
            return LessonProblem(
                "the page of what the lessons show can't be read: \(error.reason)", at: place, help: help)
        }
        guard written != page else { return nil }
        let lines = written.split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = page.split(separator: "\n", omittingEmptySubsequences: false)
        let same = zip(lines, wanted).prefix { $0 == $1 }.count
        return LessonProblem(
            "this is not what the lessons show now", at: Source(name: pagePath, text: written).span(ofLine: same + 1),
            help: help)
    }
}
