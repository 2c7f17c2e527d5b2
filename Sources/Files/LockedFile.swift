internal import Glibc

/// An open file that no other program has locked; unlocked when this goes.
///
/// A class, because it owns the descriptor that the lock is on, and the descriptor is closed once.
public final class LockedFile {
    public let path: String
    private let descriptor: CInt

    /// Opens and locks a file, waiting for whoever has it.
    ///
    /// - Parameters:
    ///   - creates: whether the file is made where it is not there, readable by its owner alone.
    ///   - waits: false to give up at once where another has the lock.
    public init(path: String, creates: Bool, waits: Bool = true) throws(FileFailure) {
        self.path = path
        while true {
            let file = open(path, O_RDWR | O_APPEND | O_CLOEXEC | (creates ? O_CREAT : 0), 0o600)
            guard file >= 0 else { throw FileFailure(path, errno: errno) }
            while flock(file, LOCK_EX | (waits ? 0 : LOCK_NB)) != 0 {
                guard errno == EINTR else {
                    let failure = FileFailure(path, errno: errno)
                    close(file)
                    throw failure
                }
            }
            // Whoever had the lock may have put another file in its place, which is the one to lock then.
            if Self.isSame(file, path) {
                descriptor = file
                return
            }
            close(file)
        }
    }

    deinit { close(descriptor) }

    /// All that it holds.
    public func bytes() throws(FileFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = pread(descriptor, &block, block.count, bytes.count)
            if count == 0 { return bytes }
            if count > 0 {
                bytes += block[..<count]
            } else if errno != EINTR {
                throw FileFailure(path, errno: errno)
            }
        }
    }

    /// Adds text at the end, in one write; where it can't be written whole, nothing of it stays.
    public func append(_ text: String) throws(FileFailure) {
        let bytes = Array(text.utf8)
        let size = lseek(descriptor, 0, SEEK_END)
        while true {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count == bytes.count { return }
            if count < 0 && errno == EINTR { continue }
            let failure = count < 0 ? FileFailure(path, errno: errno) : FileFailure(path, "the disk is full")
            if size >= 0 { ftruncate(descriptor, size) }
            throw failure
        }
    }

    /// Leaves the first bytes.
    public func cut(to size: Int) throws(FileFailure) {
        guard ftruncate(descriptor, size) == 0 else { throw FileFailure(path, errno: errno) }
    }

    private static func isSame(_ file: CInt, _ path: String) -> Bool {
        var opened = stat()
        var named = stat()
        return fstat(file, &opened) == 0 && stat(path, &named) == 0 && opened.st_ino == named.st_ino
            && opened.st_dev == named.st_dev
    }
}
