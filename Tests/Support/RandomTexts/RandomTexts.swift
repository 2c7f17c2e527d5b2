import SeededNumbers

/// Texts with something wrong in them: what people and machines type, changed at random. The same seed gives the same.
public struct RandomTexts {
    private var generator: SplitMix64

    /// What is put in: words and signs of the language, and what stands in none of it.
    private static let pieces: [String] = [
        "(", ")", "[", "]", "{", "}", "\"", "‖", "∇", "∂", "√", "ᵀ", "²", "⁽", "⁾", "'", "₀", "->", "=", "==", "≈",
        "O(", "..",
        "..<", "...", ",", ":", ";", "@", "·", "^", "-", "for", "in", "if", "else", "claim", "refute", "within", "use",
        "while", "true", "1e309", "0", "-1", "1e-300", "9007199254740993", "x", "θ", "λ_λ", "\n", "\t", "\u{0}",
        "\u{1B}[2J",
        "\u{FEFF}", "\u{202E}", "e\u{301}", "👩‍👩‍👧", "語", "#", "--", "%", "$", "```", "---\n", "| ", "<!--", "&amp;", "\\",
    ]

    public init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }

    public mutating func pick<Item>(_ items: [Item]) -> Item { items[number(0..<items.count)] }

    /// A text with a few changes; sometimes none.
    public mutating func changed(_ text: String, others: [String]) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<number(0..<5) { change(&bytes, others) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func change(_ bytes: inout [UInt8], _ others: [String]) {
        let start = number(0..<bytes.count + 1)
        let end = min(bytes.count, start + number(0..<(number(0..<4) == 0 ? bytes.count + 1 : 8)))
        switch number(0..<8) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 2: bytes.insert(contentsOf: Self.pieces[number(0..<Self.pieces.count)].utf8, at: start)
        case 3: bytes.replaceSubrange(start..<end, with: Self.pieces[number(0..<Self.pieces.count)].utf8)
        case 4: bytes = Array(bytes[..<start]) + Array(pick(others).utf8).suffix(number(0..<200))
        case 5: if start < bytes.count { bytes[start] = UInt8(number(0..<256)) }
        case 6: bytes = Array(bytes[..<start])
        default:
            let piece = Array(bytes[start..<end])
            for _ in 0..<number(0..<200) { bytes.insert(contentsOf: piece, at: start) }
        }
    }
}
