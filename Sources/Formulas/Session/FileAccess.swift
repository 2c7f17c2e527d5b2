internal import Glibc

/// Which files formulas may read and write.
///
/// What the user wrote goes where the user may. A lesson or library reads beneath its own folder, writes beneath the
/// output folder, and does not write over what is there. Whose a formula is, its source says, wherever it is called
/// from.
public struct FileAccess: Sendable {
    /// What lessons and libraries write lies beneath it; made when first needed.
    public let output: String
    /// Whether they may write over a file.
    public let mayReplace: Bool

    public static let defaultOutput = "innerloop-output"

    public init(output: String = Self.defaultOutput, mayReplace: Bool = false) {
        self.output = output
        self.mayReplace = mayReplace
    }

    /// The file that a formula of `source` reads under a path; of a lesson's, relative to its folder.
    func readable(_ path: String, for source: Source) throws(FileRefusal) -> String {
        try check(path)
        guard let folder = source.folder else { return path }
        let joined = Self.joined(folder, path)
        guard let resolved = Self.resolved(joined) else { throw FileRefusal("there is no file \(joined)") }
        guard let root = Self.resolved(folder), Self.lies(resolved, beneath: root) else {
            throw FileRefusal(
                "\(path) lies outside the folder of \(source.name), which reads files beneath it only",
                help: "at the prompt you may read it yourself")
        }
        return resolved
    }

    /// The file that a formula of `source` writes under a path; of a lesson's, relative to the output folder.
    func writable(_ path: String, for source: Source) throws(FileRefusal) -> String {
        try check(path)
        guard source.folder != nil else { return path }
        let isNew = mkdir(output, 0o777) == 0
        do throws(FileRefusal) {
            return try confined(path, source)
        } catch {
            if isNew { rmdir(output) }
            throw error
        }
    }

    private func confined(_ path: String, _ source: Source) throws(FileRefusal) -> String {
        guard let root = Self.resolved(output) else {
            throw FileRefusal("there is no folder \(output), and none can be made")
        }
        let joined = Self.joined(output, path)
        let slash = joined.lastIndex(of: "/") ?? joined.startIndex
        let name = joined[slash...].dropFirst()
        guard !name.isEmpty, name != ".", name != ".." else { throw FileRefusal("\(path) names a folder") }
        var target = Self.resolved(joined)
        if target == nil {
            guard let folder = Self.resolved(String(joined[...slash])) else {
                throw FileRefusal("\(joined) can't be written: its folder does not exist")
            }
            target = Self.joined(folder, String(name))
        }
        guard let target, Self.lies(target, beneath: root) else {
            throw FileRefusal(
                "\(path) lies outside the folder \(output), beneath which alone \(source.name) writes files",
                help: "--output names another folder")
        }
        var status = stat()
        guard mayReplace || lstat(target, &status) != 0 else {
            throw FileRefusal(
                "\(joined) is there already, and \(source.name) does not write over it", help: "--allow-write lets it")
        }
        return target
    }

    private func check(_ path: String) throws(FileRefusal) {
        if path.isEmpty { throw FileRefusal("a path is not empty") }
        if path.utf8.contains(0) { throw FileRefusal("a path can't hold a zero byte") }
    }

    private static func joined(_ folder: String, _ path: String) -> String {
        path.hasPrefix("/") ? path : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }

    /// A path without symbolic links and `..`; nil where there is nothing.
    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func lies(_ path: String, beneath folder: String) -> Bool {
        path.utf8.starts(with: (folder.hasSuffix("/") ? folder : folder + "/").utf8)
    }
}

/// Why a value is not read from a file, or not written to it.
struct FileRefusal: Error {
    let message: String
    let help: String?

    init(_ message: String, help: String? = nil) {
        self.message = message
        self.help = help
    }
}
