import Files
import Glibc

/// The entries of earlier sessions, in a text file of one line each; a line end within an entry is written `\n`.
///
/// Two sessions may share it: each entry is appended under a lock, as soon as it is made.
struct History {
    let path: String
    /// How many entries are kept.
    static let limit = 5000

    /// The file that the environment names; nil where `INNERLOOP_HISTORY` is set to nothing or there is no home.
    static func located(environment: (String) -> String? = Environment.value) -> History? {
        if let path = environment("INNERLOOP_HISTORY") { return History(path: path) }
        if Environment.isSet("INNERLOOP_HISTORY") { return nil }
        return StateFolder.path(environment: environment).map { History(path: $0 + "/history") }
    }

    /// The last entries, oldest first; none where the file can't be read. Shortens a file grown to twice the limit.
    func load() -> [String] {
        let file = open(path, O_RDWR | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        guard flock(file, LOCK_EX) == 0 else { return [] }
        let lines = Self.contents(of: file).split(separator: UInt8(ascii: "\n"))
        let kept = Array(lines.suffix(Self.limit))
        if lines.count > 2 * Self.limit, ftruncate(file, 0) == 0, lseek(file, 0, SEEK_SET) == 0 {
            Self.write(kept.joined(separator: [UInt8(ascii: "\n")]) + [UInt8(ascii: "\n")], to: file)
        }
        return kept.map { EscapedLine.unescape(String(decoding: $0, as: UTF8.self)) }
    }

    /// Adds an entry. A history that can't be written is no reason to disturb the session.
    func append(_ entry: String) {
        Folder.makeFolders(above: path)
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { return }
        defer { close(file) }
        guard flock(file, LOCK_EX) == 0 else { return }
        Self.write(Array((EscapedLine.escape(entry) + "\n").utf8), to: file)
    }

    private static func contents(of file: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &block, block.count)
            guard count > 0 else { return bytes }
            bytes += block[..<count]
        }
    }

    private static func write(_ bytes: [UInt8], to file: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
