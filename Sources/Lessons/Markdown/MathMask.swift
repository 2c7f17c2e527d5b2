/// Takes the TeX out of Markdown before it is parsed, since `_`, `*` and `\` mean other things there.
///
/// Each `$…$` and `$$…$$` becomes a mark of private-use characters with its number, followed by as many line ends as it
/// held, so that lines keep their numbers. As in Pandoc, an opening `$` has no space after it, and a closing one has no
/// space before it and no digit after it: `$5 and $6` is money. A `\$`, and a `$` in code, is a dollar.
struct MathMask {
    struct Formula: Hashable {
        let tex: String
        let isDisplay: Bool
        /// As written, for where it turns out to stand in code.
        var original: String { isDisplay ? "$$\(tex)$$" : "$\(tex)$" }
    }

    static let open: Character = "\u{E000}"
    static let close: Character = "\u{E001}"

    private(set) var formulas: [Formula] = []
    private(set) var masked: String

    /// - Parameter codeLines: the lines (from 1) of the text's code blocks, where dollars are dollars.
    init(_ text: String, codeLines: [ClosedRange<Int>]) {
        masked = ""
        var isCode: Set<Int> = []
        for range in codeLines { isCode.formUnion(range) }
        // A formula ends with its paragraph, so each run of lines between blank lines and code is masked by itself.
        var paragraph: [Substring] = []
        var output: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let isBlank = line.allSatisfy { $0 == " " || $0 == "\t" }
            if isBlank || isCode.contains(index + 1) {
                if !paragraph.isEmpty { output.append(mask(paragraph.joined(separator: "\n"))) }
                paragraph = []
                output.append(String(line))
            } else {
                paragraph.append(line)
            }
        }
        if !paragraph.isEmpty { output.append(mask(paragraph.joined(separator: "\n"))) }
        masked = output.joined(separator: "\n")
    }

    private mutating func mask(_ paragraph: String) -> String {
        guard paragraph.utf8.contains(UInt8(ascii: "$")) else { return paragraph }
        let bytes = Array(paragraph.utf8)
        let codeEnds = Self.codeSpanEnds(bytes)
        let closers = Closers(bytes)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let end = codeEnds[index] {
                result += bytes[index..<end]
                index = end
            } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
                result += bytes[index...(index + 1)]
                index += 2
            } else if bytes[index] == UInt8(ascii: "$"), let found = closers.formula(openedAt: index) {
                let tex = String(decoding: bytes[found.content], as: UTF8.self)
                result += Array("\(Self.open)\(formulas.count)\(Self.close)".utf8)
                result += bytes[found.content].filter { $0 == UInt8(ascii: "\n") }
                formulas.append(Formula(tex: tex, isDisplay: found.isDisplay))
                index = found.end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Where each code span that opens at an offset ends: at the next run of as many backquotes.
    private static func codeSpanEnds(_ bytes: [UInt8]) -> [Int: Int] {
        var runs: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, bytes[index] == UInt8(ascii: "`") { index += 1 }
            if index > start { runs.append(start..<index) } else { index += 1 }
        }
        var ends: [Int: Int] = [:]
        var nextOfLength: [Int: Range<Int>] = [:]
        for run in runs.reversed() {
            if let closing = nextOfLength[run.count] { ends[run.lowerBound] = closing.upperBound }
            nextOfLength[run.count] = run
        }
        return ends
    }

    /// The places of a paragraph at which a formula may close, found once from the right.
    private struct Closers {
        private let bytes: [UInt8]
        /// At each offset the next place, from there on, where `$` or `$$` may close.
        private var single: [Int?]
        private var double: [Int?]

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            single = Array(repeating: nil, count: bytes.count + 1)
            double = single
            let dollar = UInt8(ascii: "$")
            for index in bytes.indices.reversed() {
                single[index] = single[index + 1]
                double[index] = double[index + 1]
                guard bytes[index] == dollar, index > 0, bytes[index - 1] != UInt8(ascii: "\\") else { continue }
                let next = index + 1 < bytes.count ? bytes[index + 1] : 0
                if next == dollar { double[index] = index }
                let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
                if !Self.isSpace(bytes[index - 1]), !isDigit { single[index] = index }
            }
        }

        func formula(openedAt start: Int) -> (content: Range<Int>, isDisplay: Bool, end: Int)? {
            guard start + 1 < bytes.count else { return nil }
            if bytes[start + 1] == UInt8(ascii: "$") {
                guard start + 2 < bytes.count, let end = double[start + 2] else { return nil }
                return (start + 2..<end, true, end + 2)
            }
            guard !Self.isSpace(bytes[start + 1]), let end = single[start + 1], end > start + 1 else { return nil }
            return (start + 1..<end, false, end + 1)
        }

        private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
    }
}
