internal import Glibc

/// Writes files whole or not at all.
public enum ReplacedFile {
    /// Writes beside the path, then renames: a reader, or a crash, sees the old file or the new one. A symbolic link
    /// stays, and what it leads to is replaced.
    ///
    /// - Parameter isInterrupted: asked between the parts of a large file; once it says yes, nothing is replaced and
    ///   the failure says so.
    public static func write(
        _ bytes: [UInt8], to path: String, isInterrupted: () -> Bool = { false }
    ) throws(FileFailure) {
        let target = try target(of: path)
        let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
        let draft = "\(folder).innerloop-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw FileFailure(path, errno: errno) }
        do throws(FileFailure) {
            try writeAll(bytes, to: file, path: path, isInterrupted)
            guard rename(draft, target) == 0 else { throw FileFailure(path, errno: errno) }
        } catch {
            unlink(draft)
            throw error
        }
    }

    /// What the path stands for: the end of its symbolic links. Devices, pipes and folders are refused, since a rename
    /// would put a file in their place.
    private static func target(of path: String) throws(FileFailure) -> String {
        if path.utf8.contains(0) { throw FileFailure(path, "a path can't hold a zero byte") }
        guard let resolved = realpath(path, nil) else {
            if errno == ENOENT { return path }
            throw FileFailure(path, errno: errno)
        }
        defer { free(resolved) }
        var status = stat()
        guard stat(resolved, &status) == 0 else { throw FileFailure(path, errno: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return String(cString: resolved)
        case S_IFDIR: throw FileFailure(path, "it is a folder")
        default: throw FileFailure(path, "it is not a regular file")
        }
    }

    /// The bytes that are written between two looks at the interrupt.
    private static let partSize = 1 << 22

    /// Writes to an open file, and closes it.
    static func writeAll(
        _ bytes: [UInt8], to file: CInt, path: String, _ isInterrupted: () -> Bool = { false }
    ) throws(FileFailure) {
        var written = 0
        while written < bytes.count {
            if isInterrupted() {
                Glibc.close(file)
                throw FileFailure(path, "the writing was interrupted")
            }
            let part = bytes[written...].prefix(partSize)
            let count = part.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                let failure = FileFailure(path, errno: errno)
                Glibc.close(file)
                throw failure
            }
            written += count
        }
        // A full disk or quota may show only here.
        guard Glibc.close(file) == 0 else { throw FileFailure(path, errno: errno) }
    }
}
