import Glibc
import Lessons
import Sentences

extension LessonLibrary {
    /// The lessons that belong to this program: where `INNERLOOP_HOME` says, beside the installed program, or in the source folder
    /// it was built in.
    static func shipped() -> LessonLibrary {
        LessonLibrary(candidates: shippedCandidates(), language: Locale.language())
    }

    /// The folders that may be what belongs to this program.
    static func shippedCandidates() -> [String] {
        candidates(home: Environment.value("INNERLOOP_HOME"), executable: program() ?? "")
    }

    /// The file of a lesson given by its id or its path.
    func existingPath(of name: String) throws(Failure) -> String {
        if let path = path(of: name) { return path }
        throw .usage(
            suggestion(for: name).map { .lessonUnknownNear(name: name, near: $0) } ?? .lessonUnknown(name: name))
    }

    /// The path of the running program, without links.
    private static func program() -> String? {
        guard let path = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }
}
