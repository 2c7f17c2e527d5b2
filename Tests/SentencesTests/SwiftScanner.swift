/// Reads as much of Swift as it takes to tell the arguments of a call and the string literals in them.
struct SwiftScanner {
    private var rest: Substring
    /// The texts of the literals that were met, without what is interpolated.
    private(set) var literals: [String] = []

    /// Begins behind the opening bracket of a call.
    init(_ text: Substring) {
        rest = text
    }

    /// Reads to the closing bracket, and tells the labels of the arguments.
    mutating func labels() -> [String] {
        var labels: [String] = []
        var depth = 1
        var isAtStart = true
        while depth > 0, let character = rest.first {
            if character == "\"" {
                readLiteral()
                isAtStart = false
                continue
            }
            if isAtStart, depth == 1, character.isLetter {
                let word = rest.prefix { $0.isLetter || $0.isNumber }
                rest = rest[word.endIndex...]
                if rest.first == ":" { labels.append(String(word)) }
                isAtStart = false
                continue
            }
            switch character {
            case "(", "[", "{": depth += 1
            case ")", "]", "}": depth -= 1
            case "," where depth == 1: isAtStart = true
            case "/" where rest.hasPrefix("//"): rest = rest.drop { !$0.isNewline }
            case _ where !character.isWhitespace: isAtStart = false
            default: break
            }
            rest = rest.dropFirst()
        }
        return labels
    }

    private mutating func readLiteral() {
        let quote = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        rest = rest.dropFirst(quote.count)
        var text = ""
        while let character = rest.first, !rest.hasPrefix(quote) {
            if rest.hasPrefix("\\(") {
                rest = rest.dropFirst(2)
                _ = labels()
            } else if character == "\\" {
                rest = rest.dropFirst(2)
            } else {
                text.append(character)
                rest = rest.dropFirst()
            }
        }
        rest = rest.dropFirst(quote.count)
        literals.append(text)
    }
}
