import Formulas
import Typography

/// The prompts of a cell: numbered, and aligned below for the lines that go on.
struct PromptStyle {
    var number: Int
    var unicode: Bool

    var prompt: String { unicode ? "[\(number)] ▸ " : "[\(number)]: " }

    var continuation: String {
        let indent = String(repeating: " ", count: DisplayWidth.of("[\(number)] "))
        return unicode ? indent + "⋮ " : indent.dropLast() + ": "
    }
}

/// Takes away the prompts of a pasted transcript.
enum PastedPrompts {
    /// Where the first line begins with a numbered prompt, the lines after prompts are what was typed, and the others are what was
    /// answered, which is left out. Other text is returned as it is.
    static func strip(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, typed(first) != nil else { return text }
        return lines.compactMap { typed($0) ?? continued($0) }.joined(separator: "\n")
    }

    /// What stands after `[3] ▸ `, or after the ASCII prompt `[3]: `, which no formula begins with.
    private static func typed(_ line: Substring) -> String? {
        guard let match = line.wholeMatch(of: /\s*\[\d+\](?: ▸|:) ?(.*)/) else { return nil }
        return String(match.1)
    }

    private static func continued(_ line: Substring) -> String? {
        guard let match = line.wholeMatch(of: /\s+(?:⋮|:) ?(.*)/) else { return nil }
        return String(match.1)
    }
}
