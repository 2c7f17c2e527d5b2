/// Cuts a table's text into cells by RFC 4180: cells in quotes may hold separators, line ends and doubled quotes.
struct CellScanner {
    /// Where a cell lies.
    struct Cell {
        let start: Int
        let end: Int
        /// Whether it stood in quotes and has doubled ones in it.
        let hasDoubledQuotes: Bool
    }

    /// What follows a cell.
    enum Ending {
        case separator, row, file
    }

    enum Fault: Error {
        case unclosedQuote
        case textAfterQuote
    }

    let text: UnsafeBufferPointer<UInt8>
    let separator: UInt8
    private(set) var position: Int

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(_ text: UnsafeBufferPointer<UInt8>, separator: UInt8) {
        self.text = text
        self.separator = separator
        // A byte-order mark.
        position = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    var isAtEnd: Bool { position >= text.count }

    /// Goes past a line with nothing in it.
    mutating func skipEmptyLine() -> Bool {
        guard !isAtEnd, text[position] == Self.lineFeed || text[position] == Self.carriageReturn else { return false }
        _ = passLineEnd()
        return true
    }

    /// At most so many rows begin from here on.
    func rowBound() -> Int {
        var count = 1
        for index in position..<max(position, text.count) {
            let byte = text[index]
            if byte == Self.lineFeed || byte == Self.carriageReturn { count += 1 }
        }
        return count
    }

    mutating func next() throws(Fault) -> (cell: Cell, ending: Ending) {
        if !isAtEnd, text[position] == Self.quote { return try quoted() }
        let start = position
        while position < text.count {
            let byte = text[position]
            if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            position += 1
        }
        let cell = Cell(start: start, end: position, hasDoubledQuotes: false)
        return (cell, passEnding() ?? .file)
    }

    private mutating func quoted() throws(Fault) -> (cell: Cell, ending: Ending) {
        position += 1
        let start = position
        var hasDoubledQuotes = false
        while true {
            while position < text.count, text[position] != Self.quote { position += 1 }
            guard position < text.count else { throw .unclosedQuote }
            guard position + 1 < text.count, text[position + 1] == Self.quote else { break }
            hasDoubledQuotes = true
            position += 2
        }
        let cell = Cell(start: start, end: position, hasDoubledQuotes: hasDoubledQuotes)
        position += 1
        guard let ending = isAtEnd ? .file : passEnding() else { throw .textAfterQuote }
        return (cell, ending)
    }

    /// Goes past a separator or a line end; nil where something else stands here.
    private mutating func passEnding() -> Ending? {
        guard !isAtEnd else { return .file }
        if text[position] == separator {
            position += 1
            return .separator
        }
        return passLineEnd() ? .row : nil
    }

    private mutating func passLineEnd() -> Bool {
        if text[position] == Self.carriageReturn {
            position += position + 1 < text.count && text[position + 1] == Self.lineFeed ? 2 : 1
            return true
        }
        guard text[position] == Self.lineFeed else { return false }
        position += 1
        return true
    }

    /// The bytes of a cell as they are read; doubled quotes stand for one only in `string(of:)`.
    func bytes(of cell: Cell) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text[cell.start..<cell.end])
    }

    /// A cell's text; nil where it is not UTF-8.
    func string(of cell: Cell) -> String? {
        guard let string = String(validating: bytes(of: cell), as: UTF8.self) else { return nil }
        return cell.hasDoubledQuotes ? string.replacing("\"\"", with: "\"") : string
    }
}
