import CSignals
import Formulas
import Glibc
import Sentences

/// Reads the text of a script or a lesson, and says what is wrong with a file that holds none.
enum SourceFile {
    /// The path that stands for standard input.
    static let standardInput = "-"
    /// Those of scripts and lessons.
    static let suffixes = ["loop", "md"]
    /// In bytes; far more than anyone writes, and little enough to hold.
    static let largest = 64 << 20

    /// A file's text as a source that is named after it.
    static func read(_ path: String) throws -> Source {
        let name = path == standardInput ? "<stdin>" : path
        let bytes = try contents(of: path, name: name)
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw notText(bytes, name: name)
        }
        return Source(name: name, text: text.first == "\u{FEFF}" ? String(text.dropFirst()) : text)
    }

    private static func contents(of path: String, name: String) throws -> [UInt8] {
        let isInput = path == standardInput
        let file = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw unreadable(name, errno) }
        defer { if !isInput { close(file) } }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &block, block.count)
            if count == 0 { return bytes }
            if count > 0 {
                bytes += block[..<count]
                if bytes.count > largest { throw Failure.usage(.fileIsLarge(file: name, size: largest >> 20)) }
            } else if errno != EINTR {
                throw unreadable(name, errno)
            } else if signals_interrupted() {
                signals_end_by(SIGINT)
            }
        }
    }

    private static func unreadable(_ name: String, _ number: Int32) -> Failure {
        let reason =
            number == EISDIR ? Sentence.fileIsFolder.text : String(cString: strerror(number)).lowercased()
        return .usage(.fileUnreadable(file: name, reason: reason))
    }

    /// Where the text stops being text: the first NUL, or the first byte that is no UTF-8.
    private static func notText(_ bytes: [UInt8], name: String) -> Failure {
        let offset = bytes.firstIndex(of: 0) ?? validPrefix(of: bytes)
        let line = 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
        let hasZero = bytes[offset] == 0
        return Failure(
            hasZero ? .fileHasZero(file: name, line: line) : .fileIsNotText(file: name, line: line), status: 1)
    }

    private static func validPrefix(of bytes: [UInt8]) -> Int {
        var decoder = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .valid(let encoded) = decoder.parseScalar(from: &iterator) { offset += encoded.count }
        return min(offset, bytes.count - 1)
    }
}
