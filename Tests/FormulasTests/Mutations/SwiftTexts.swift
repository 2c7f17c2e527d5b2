/// The string literals of a Swift file, test by test.
struct SwiftTexts {
    struct Literal {
        /// The text, with a mark where a value is put in.
        var text: String
        /// Whether something is joined to its end: `"claim " + formula`.
        let isJoined: Bool
        let line: Int
    }

    /// What stands for a value put in.
    static let hole: Character = "\u{FFFC}"

    /// A test with its arguments and its body, or what stands before the first one.
    struct Region {
        var literals: [Literal] = []
        /// Whether the test checks derivations.
        var hasDerivations = false
    }

    private(set) var regions: [Region] = [Region()]
    /// The lines of short literals that do not end on their line: Swift has none, so one here was read wrong.
    private(set) var unclosed: [Int] = []
    private var rest: Substring
    private var line = 1

    init(_ source: String) {
        rest = source[...]
        while !rest.isEmpty { readNext() }
    }

    private mutating func readNext() {
        if rest.hasPrefix("//") {
            skip(until: { $0.isNewline })
        } else if rest.hasPrefix("@Test") {
            regions.append(Region())
            advance(5)
        } else if rest.hasPrefix("erivation(") {
            regions[regions.count - 1].hasDerivations = true
            advance(10)
        } else if rest.first == "`" {
            advance(1)
            skip(until: { $0 == "`" })
            advance(1)
        } else if rest.first == "\"" || rest.hasPrefix("#\"") {
            readLiteral()
        } else {
            advance(1)
        }
    }

    private mutating func advance(_ count: Int) {
        for _ in 0..<count {
            guard let character = rest.popFirst() else { return }
            if character.isNewline { line += 1 }
        }
    }

    private mutating func skip(until isEnd: (Character) -> Bool) {
        while let next = rest.first, !isEnd(next) { advance(1) }
    }

    // MARK: Literals

    private mutating func readLiteral() {
        let start = line
        let isRaw = rest.first == "#"
        if isRaw { advance(1) }
        let isLong = rest.hasPrefix("\"\"\"")
        advance(isLong ? 3 : 1)
        let end = (isLong ? "\"\"\"" : "\"") + (isRaw ? "#" : "")
        var text = ""
        while !rest.isEmpty, !rest.hasPrefix(end) {
            if rest.first == "\\", !isRaw {
                text += escape()
            } else if let next = rest.first {
                text.append(next)
                advance(1)
            }
        }
        advance(end.count)
        if !isLong, line > start { unclosed.append(start) }
        if isLong { text = Self.unindented(text) }
        let isJoined = rest.drop(while: \.isWhitespace).first == "+"
        regions[regions.count - 1].literals.append(Literal(text: text, isJoined: isJoined, line: start))
    }

    private mutating func escape() -> String {
        advance(1)
        guard let kind = rest.first else { return "" }
        advance(1)
        switch kind {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "0": return "\0"
        case "u":
            advance(1)
            let digits = rest.prefix { $0 != "}" }
            advance(digits.count + 1)
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        case "(":
            var depth = 1
            while depth > 0, let next = rest.first {
                if next == "(" { depth += 1 } else if next == ")" { depth -= 1 }
                advance(1)
            }
            return String(Self.hole)
        case "\n": return ""
        default: return String(kind)
        }
    }

    /// A long literal as Swift reads it: without the lines of its quotes, and without their indentation.
    private static func unindented(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let indentation = lines.last?.count ?? 0
        lines = lines.dropFirst().dropLast()
        return lines.map { String($0.dropFirst(min(indentation, $0.prefix { $0 == " " }.count))) }
            .joined(separator: "\n")
    }
}
