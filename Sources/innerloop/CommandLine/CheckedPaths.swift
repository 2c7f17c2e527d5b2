import Glibc
import Lessons
import Sentences

/// What `innerloop check` was asked to check: lessons one by one, and all those of a folder.
struct CheckedPaths {
    /// The lesson files, in order.
    private(set) var paths: [String] = []
    /// The curricula of whole folders.
    private(set) var curricula: [CurriculumCheck] = []
    /// The files that were not named as part of a folder.
    private var single: Set<String> = []

    /// - Parameter names: lessons by name, or as files or folders; empty for all there are.
    init(_ names: [String], in library: LessonLibrary) throws {
        if names.isEmpty { take(library.allPaths, of: library.folder) }
        for name in names {
            var status = stat()
            if stat(name, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                let found = LessonLibrary(candidates: [name])
                guard !found.paths.isEmpty else { throw Failure.usage(.folderWithoutLessons(folder: name)) }
                take(found.paths, of: found.folder)
            } else {
                let path = try library.existingPath(of: name)
                paths.append(path)
                single.insert(path)
            }
        }
        guard !paths.isEmpty else { throw Failure.usage(.lessonsMissing) }
    }

    private mutating func take(_ lessons: [String], of folder: String?) {
        paths += lessons
        if let check = folder.flatMap({ CurriculumCheck(folder: $0) }) { curricula.append(check) }
    }

    /// What a lesson that is checked by itself shows that the curriculum beside it does not list.
    func problems(ofLessonAt path: String) -> [LessonProblem] {
        guard single.contains(path) else { return [] }
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        return CurriculumCheck(folder: folder.isEmpty ? "/" : folder)?.problems(ofLessonAt: path) ?? []
    }
}
