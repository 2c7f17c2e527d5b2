internal import Files
internal import Glibc
internal import Typography

/// The lessons there are: a folder of lesson files.
public struct LessonLibrary: Sendable {
    /// A lesson as a list of lessons shows it.
    public struct Entry: Sendable {
        public let path: String
        public let lesson: Lesson

        public var id: String { lesson.id }
        public var title: String { lesson.title }
        public var minutes: Int? { lesson.frontMatter.minutes }
        public var steps: Int { lesson.steps.count }
    }

    /// The folder; nil where none of the candidates has lessons.
    public let folder: String?
    /// The lesson files in it, by name: of each lesson the one in the reader's language, where there is one.
    public let paths: [String]
    /// All lesson files in it, those in other languages too.
    public let allPaths: [String]

    /// The first of the candidate folders that is there. Each may be the folder of the lessons, or have it in it as
    /// `lessons`, as an installation and a checkout have.
    ///
    /// - Parameter language: the reader's, as a tag like `zh`.
    public init(candidates: [String], language: String? = nil) {
        for candidate in candidates where !candidate.isEmpty {
            for folder in [candidate + "/lessons", candidate] {
                let names = Self.lessonNames(in: folder)
                guard !names.isEmpty else { continue }
                self.folder = folder
                allPaths = names.map { "\(folder)/\($0)" }
                let translations = allPaths.filter { Translation.original(of: $0) != nil }
                paths = allPaths.filter { !translations.contains($0) }.map { original in
                    let translation = original.dropLast(".md".count) + ".\(language ?? "").md"
                    return translations.first { $0 == translation } ?? original
                }
                return
            }
        }
        folder = nil
        (paths, allPaths) = ([], [])
    }

    /// Where lessons may be, first to last: the home that was set, the installation that the program is of, and the
    /// checkout that it was built in.
    ///
    /// - Parameters:
    ///   - home: `INNERLOOP_HOME`, where it is set.
    ///   - executable: the program's own path, without links.
    public static func candidates(home: String?, executable: String) -> [String] {
        var candidates: [String] = []
        if let home, !home.isEmpty { candidates.append(home) }
        var parts = executable.split(separator: "/", omittingEmptySubsequences: true)
        guard executable.hasPrefix("/"), !parts.isEmpty else { return candidates }
        parts.removeLast()
        candidates.append("/" + (parts.dropLast() + ["share", "innerloop"]).joined(separator: "/"))
        if let build = parts.lastIndex(of: ".build") { candidates.append("/" + parts[..<build].joined(separator: "/")) }
        return candidates
    }

    /// The path of a lesson: by its path, or by its id.
    ///
    /// A name with a slash or ending in `.md` is a path, found or not; any other is an id, or else a file.
    public func path(of name: String) -> String? {
        if name.contains("/") || name.hasSuffix(".md") { return name }
        // `04-maml.md` has the id `maml`, so most often one file needs to be read.
        let likely = paths.filter { $0.contains("-\(name).") || $0.contains("/\(name).") }
        for path in likely + paths.filter({ !likely.contains($0) }) {
            if let lesson = LessonReader.read(path: path).lesson, lesson.id == name { return path }
        }
        if let unread = likely.first { return unread }
        return access(name, F_OK) == 0 ? name : nil
    }

    /// What is nearest to an id that there is not.
    public func suggestion(for id: String) -> String? { Spelling.nearest(to: id, in: entries().map(\.id)) }

    /// The lessons that can be read, in order.
    public func entries() -> [Entry] {
        paths.compactMap { path in
            LessonReader.read(path: path).lesson.map { Entry(path: path, lesson: $0) }
        }
    }

    /// Markdown files, but for those with a name in capitals, which are about the lessons: `README.md`.
    private static func lessonNames(in folder: String) -> [String] {
        Folder.names(in: folder, ending: ".md").filter { $0.contains(where: \.isLowercase) }.map { $0 + ".md" }.sorted()
    }
}
