/// Compares what a block printed with what its lesson says it prints.
///
/// Numbers are compared as numbers, to a relative error; blanks count as one; `[...]` stands for anything.
struct OutputMatcher {
    /// Six digits, as the session prints numbers, rounded: half a unit of the sixth.
    static let defaultTolerance = 5e-6
    /// Beside a zero nothing is relative; less than this is rounding.
    private static let zero = 1e-12

    /// The first difference between two outputs.
    struct Difference: Hashable {
        /// The line of the expected text, from 0.
        let line: Int
        let expected: String
        let found: String
    }

    private enum Token: Hashable {
        case number(Double, String)
        case text(String)
        case lineEnd
        case anything

        var written: String {
            switch self {
            case .number(_, let text), .text(let text): text
            case .lineEnd: "the end of the line"
            case .anything: "[...]"
            }
        }
    }

    let tolerance: Double

    /// Nil where they agree.
    func difference(expected: String, printed: String) -> Difference? {
        let pattern = Self.tokens(expected, allowsAnything: true)
        let found = Self.tokens(printed, allowsAnything: false)
        var patternIndex = 0
        var foundIndex = 0
        // Where to go back to: after the last `[...]`, taking one token more for it.
        var resume: (pattern: Int, found: Int)?
        var furthest = (pattern: 0, found: 0)
        while foundIndex < found.count {
            if patternIndex < pattern.count, pattern[patternIndex] == .anything {
                resume = (patternIndex + 1, foundIndex)
                patternIndex += 1
            } else if patternIndex < pattern.count, agree(pattern[patternIndex], found[foundIndex]) {
                patternIndex += 1
                foundIndex += 1
                if foundIndex > furthest.found { furthest = (patternIndex, foundIndex) }
            } else if let (after, start) = resume {
                if foundIndex > furthest.found { furthest = (patternIndex, foundIndex) }
                resume = (after, start + 1)
                patternIndex = after
                foundIndex = start + 1
            } else {
                return difference(pattern, patternIndex, found, foundIndex)
            }
        }
        while patternIndex < pattern.count, pattern[patternIndex] == .anything { patternIndex += 1 }
        if patternIndex == pattern.count { return nil }
        return resume == nil
            ? difference(pattern, patternIndex, found, foundIndex)
            : difference(pattern, min(furthest.pattern, pattern.count), found, min(furthest.found, found.count))
    }

    private func difference(_ pattern: [Token], _ index: Int, _ found: [Token], _ foundIndex: Int) -> Difference {
        Difference(
            line: pattern[..<min(index, pattern.count)].count { $0 == .lineEnd },
            expected: index < pattern.count ? pattern[index].written : "nothing more",
            found: foundIndex < found.count ? found[foundIndex].written : "nothing more")
    }

    private func agree(_ expected: Token, _ found: Token) -> Bool {
        if case .number(let a, _) = expected, case .number(let b, _) = found {
            if a == b { return true }
            if a == 0 || b == 0 { return abs(a - b) < Self.zero }
            return abs(a - b) <= tolerance * max(abs(a), abs(b))
        }
        return expected == found
    }

    /// Words, numbers and single signs; blank lines and the blanks at a line's end do not count.
    private static func tokens(_ text: String, allowsAnything: Bool) -> [Token] {
        var tokens: [Token] = []
        for line in text.split(separator: "\n") where line.contains(where: { !$0.isWhitespace }) {
            if !tokens.isEmpty { tokens.append(.lineEnd) }
            var rest = line
            var afterWord = false
            while let first = rest.first {
                if first.isWhitespace {
                    rest = rest.dropFirst()
                    afterWord = false
                } else if allowsAnything, rest.hasPrefix("[...]") {
                    tokens.append(.anything)
                    rest = rest.dropFirst(5)
                    afterWord = false
                } else if !afterWord, let match = rest.prefixMatch(of: /[-−]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/),
                    let value = Double(match.0.replacing("−", with: "-"))
                {
                    tokens.append(.number(value, String(match.0)))
                    rest = rest[match.range.upperBound...]
                    afterWord = true
                } else if first.isLetter || first.isNumber || first == "_" {
                    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                    tokens.append(.text(String(word)))
                    rest = rest.dropFirst(word.count)
                    afterWord = true
                } else {
                    tokens.append(.text(String(first)))
                    rest = rest.dropFirst()
                    afterWord = false
                }
            }
        }
        return tokens
    }
}
