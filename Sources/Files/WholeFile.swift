internal import Glibc

/// Reads files at once.
public enum WholeFile {
    /// In bytes; more than anyone reads into a notebook, and what fits in a machine's memory.
    public static let largest = 4 << 30

    /// A file's bytes. Folders and devices are refused: a device may never end.
    public static func read(_ path: String) throws(FileFailure) -> [UInt8] {
        if path.utf8.contains(0) { throw FileFailure(path, "a path can't hold a zero byte") }
        // Without the flag, opening a pipe would wait for a writer.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure(path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw FileFailure(path, "it is a folder")
        default: throw FileFailure(path, "it is not a regular file")
        }
        guard status.st_size <= largest else { throw FileFailure(path, "it is larger than \(largest >> 30) GB") }
        return try contents(of: file, expected: Int(status.st_size), path)
    }

    private static func contents(of file: CInt, expected: Int, _ path: String) throws(FileFailure) -> [UInt8] {
        var reason: CInt = 0
        func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
            while count < buffer.count {
                let more = Glibc.read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
                if more == 0 { return }
                if more > 0 {
                    count += more
                } else if errno != EINTR {
                    reason = errno
                    return
                }
            }
        }
        var bytes = [UInt8](unsafeUninitializedCapacity: expected) { fill($0, &$1) }
        // The sizes of some files, as those under /proc, are not known before they are read.
        while reason == 0 {
            let block = [UInt8](unsafeUninitializedCapacity: 1 << 16) { fill($0, &$1) }
            if block.isEmpty { break }
            bytes += block
            guard bytes.count <= largest else { throw FileFailure(path, "it is larger than \(largest >> 30) GB") }
        }
        guard reason == 0 else { throw FileFailure(path, String(cString: strerror(reason))) }
        return bytes
    }

    private static func failure(_ path: String) -> FileFailure {
        FileFailure(path, errno == ENOENT ? "there is no such file" : String(cString: strerror(errno)))
    }
}
