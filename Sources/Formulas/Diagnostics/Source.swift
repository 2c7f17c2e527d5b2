/// A piece of text that formulas are read from: a file, a cell of a session, a block of a lesson.
///
/// A class, because every span of every expression refers to it and none owns a copy.
public final class Source: Sendable {
    /// What a diagnostic calls it: a file's path, or a cell like `[3]`.
    public let name: String
    /// The text as UTF-8, which spans count in.
    public let bytes: [UInt8]
    /// The line of the file that the text's first line is (1 for a whole file; more for a block inside a lesson).
    public let firstLine: Int
    /// The folder of the lesson or library that the text is from, beneath which alone its formulas read files; nil for
    /// what the user wrote.
    public let folder: String?
    /// The offset at which each line starts.
    private let lineStarts: [Int]

    public init(name: String, text: String, firstLine: Int = 1, folder: String? = nil) {
        self.name = name
        self.folder = folder
        self.bytes = Array(text.utf8)
        self.firstLine = firstLine
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        self.lineStarts = starts
    }

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The position of an offset: the line in the file and the column in characters, both from 1.
    public func position(of offset: Int) -> Position {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let before = bytes[lineStarts[low]..<max(lineStarts[low], min(offset, bytes.count))]
        // A script may be one line, with something to say at each of its statements.
        let isPlain = before.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
        let column = isPlain ? before.count : String(decoding: before, as: UTF8.self).count
        return Position(line: firstLine + low, column: column + 1)
    }

    /// The text of a line of the file, without its line end.
    public func line(_ number: Int) -> String {
        let index = number - firstLine
        guard lineStarts.indices.contains(index) else { return "" }
        let end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
        var slice = bytes[lineStarts[index]..<end]
        if slice.last == UInt8(ascii: "\r") { slice.removeLast() }
        return String(decoding: slice, as: UTF8.self)
    }

    /// The text a span covers.
    public func text(of range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// A line and a column, both from 1; columns count characters as a reader does.
public struct Position: Hashable, Sendable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// A range of a source's text.
public struct Span: Sendable {
    public let source: Source
    /// In bytes of UTF-8.
    public let range: Range<Int>

    public init(_ source: Source, _ range: Range<Int>) {
        self.source = source
        self.range = range
    }

    public var text: String { source.text(of: range) }
    /// The text as a message quotes it: its beginning, where it is long.
    var excerpt: String { abbreviated(text) }
    public var start: Position { source.position(of: range.lowerBound) }
    public var end: Position { source.position(of: range.upperBound) }

    /// From the start of this span to the end of another of the same source.
    public func joined(with other: Span) -> Span {
        Span(source, min(range.lowerBound, other.range.lowerBound)..<max(range.upperBound, other.range.upperBound))
    }
}

/// A text as a message quotes it: its beginning, where it is long.
func abbreviated(_ text: String, to limit: Int = 60) -> String {
    return text.utf8.count <= limit || text.count <= limit ? text : text.prefix(limit) + "…"
}
