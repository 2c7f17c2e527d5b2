internal import Glibc

/// Writes files where there are none.
public enum NewFile {
    /// Makes a file with these bytes; one that is there, of whatever kind, is left alone and the call fails.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        if path.utf8.contains(0) { throw FileFailure(path, "a path can't hold a zero byte") }
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else {
            if errno == EEXIST { throw FileFailure(path, "it is there already") }
            throw FileFailure(path, errno: errno)
        }
        do throws(FileFailure) {
            try ReplacedFile.writeAll(bytes, to: file, path: path)
        } catch {
            unlink(path)
            throw error
        }
    }
}
