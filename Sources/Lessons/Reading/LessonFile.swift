internal import Formulas
internal import Glibc

/// The text of a lesson's file, checked to be text, with its lines.
struct LessonFile {
    /// More than any lesson; what is larger is not one, and some Markdown costs more than its size.
    static let maximumSize = 4 << 20

    let source: Source
    /// The range of each line in the source's bytes, without its line end.
    let lines: [Range<Int>]

    /// The file at a path. Throws what is wrong with it, at its first line where no other is at fault.
    init(path: String) throws(Diagnostic) {
        try self.init(bytes: try Self.read(path), name: path)
    }

    /// A file's bytes: UTF-8, with or without a byte-order mark; line ends of either kind become `\n`.
    init(bytes: [UInt8], name: String) throws(Diagnostic) {
        var bytes = bytes
        guard bytes.count <= Self.maximumSize else {
            throw Self.fault("the file has \(bytes.count) bytes; a lesson has at most \(Self.maximumSize)", name: name)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard bytes.contains(where: { $0 > 0x20 }) else { throw Self.fault("the file is empty", name: name) }
        if let place = bytes.firstIndex(of: 0) {
            throw Self.fault("the file is not text: it has a zero byte here", name: name, line: Self.line(place, bytes))
        }
        if let place = Self.firstInvalid(bytes) {
            throw Self.fault(
                "the file is not UTF-8: the byte 0x\(String(bytes[place], radix: 16, uppercase: true)) cannot stand here",
                name: name, line: Self.line(place, bytes))
        }
        if bytes.contains(UInt8(ascii: "\r")) {
            bytes = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars.normalisedLineEnds().utf8)
        }
        source = Source(name: name, text: String(decoding: bytes, as: UTF8.self), folder: Self.folder(of: name))
        var lines: [Range<Int>] = []
        var start = 0
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            lines.append(start..<offset)
            start = offset + 1
        }
        if start < bytes.count { lines.append(start..<bytes.count) }
        self.lines = lines
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A line of the file, counted from 1; empty past the end.
    func line(_ number: Int) -> String {
        lines.indices.contains(number - 1) ? source.text(of: lines[number - 1]) : ""
    }

    /// The whole of a line, without the blanks at either end.
    func span(line number: Int) -> Span {
        guard lines.indices.contains(number - 1) else { return Span(source, source.bytes.count..<source.bytes.count) }
        var range = lines[number - 1]
        while let first = range.first, source.bytes[first] == 0x20 { range = first + 1..<range.upperBound }
        return Span(source, range)
    }

    /// Part of a line: columns count Unicode scalars from 1, as YAML's do.
    func span(line number: Int, column: Int, length: Int) -> Span {
        guard lines.indices.contains(number - 1) else { return span(line: number) }
        let range = lines[number - 1]
        let scalars = source.text(of: range).unicodeScalars
        let before = scalars.prefix(max(0, column - 1)).reduce(0) { $0 + UTF8.width($1) }
        let within = scalars.dropFirst(max(0, column - 1)).prefix(length).reduce(0) { $0 + UTF8.width($1) }
        return Span(source, range.lowerBound + before..<range.lowerBound + before + within)
    }

    private static func read(_ path: String) throws(Diagnostic) -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0 else { throw fault(reason(errno), name: path) }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw fault("this is a folder; a lesson is a file in it", name: path)
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(reason(errno), name: path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        // One byte too many is enough to know that the file is too large, be it an endless one like a pipe.
        while bytes.count <= maximumSize {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw fault(reason(errno), name: path)
            }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        if bytes.count > maximumSize, status.st_size > bytes.count {
            throw fault("the file has \(status.st_size) bytes; a lesson has at most \(maximumSize)", name: path)
        }
        return bytes
    }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT, ENOTDIR: "there is no such file"
        case EACCES, EPERM: "the file may not be read by you"
        default: "the file cannot be read: \(String(cString: strerror(code)))"
        }
    }

    /// A fault of a file that has no source yet: its text stands for nothing but the line.
    private static func fault(_ message: String, name: String, line: Int = 1) -> Diagnostic {
        Diagnostic(.syntax, message, at: Span(Source(name: name, text: "", firstLine: line), 0..<0))
    }

    private static func line(_ offset: Int, _ bytes: [UInt8]) -> Int {
        1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    }

    /// The offset of the first byte that is no part of a UTF-8 sequence.
    private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }
}

extension String.UnicodeScalarView {
    /// With `\r\n` and a lone `\r` as `\n`.
    func normalisedLineEnds() -> String {
        var result = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in self {
            if scalar == "\r" {
                result.append("\n")
            } else if scalar != "\n" || !wasReturn {
                result.append(scalar)
            }
            wasReturn = scalar == "\r"
        }
        return String(result)
    }
}
