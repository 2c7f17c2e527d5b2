/// A piece of text with one look.
public protocol StyledRun {
    associatedtype Style: Equatable

    var text: String { get set }
    var style: Style { get }

    init(_ text: String, _ style: Style)
}

/// Breaks styled text into lines of a width: at spaces, beside wide characters, and inside a word only where it must.
public struct LineWrapper {
    /// In columns; at least 1.
    private let width: Int

    public init(width: Int) { self.width = width }

    /// What may not begin a line of wide text, as it closes or ends something.
    private static let closing: Set<Character> = [
        "，", "。", "、", "；", "：", "？", "！", "）", "」", "』", "”", "’", "》", "】", "…",
    ]

    private struct Word<Run: StyledRun> {
        var pieces: [Run] = []
        var width = 0
        /// The look of the space before it; nil where there is none, and yet a line may break.
        var space: Run.Style?
    }

    /// A `\n` in the text begins a new line.
    public func wrap<Run: StyledRun>(_ text: [Run]) -> [[Run]] {
        var lines: [[Run]] = []
        for paragraph in Self.split(text) {
            var line: [Run] = []
            var used = 0
            for word in Self.words(paragraph) {
                let gap = line.isEmpty || word.space == nil ? 0 : 1
                if !line.isEmpty, used + gap + word.width > width {
                    lines.append(line)
                    line = []
                    used = 0
                } else if gap == 1, let space = word.space {
                    Self.append(Run(" ", space), to: &line)
                    used += 1
                }
                for piece in word.pieces {
                    for part in Self.cut(piece, first: max(1, width - used), then: max(1, width), isFirst: used == 0) {
                        if used + DisplayWidth.of(part.text) > width, !line.isEmpty {
                            lines.append(line)
                            line = []
                            used = 0
                        }
                        Self.append(part, to: &line)
                        used += DisplayWidth.of(part.text)
                    }
                }
            }
            lines.append(line)
        }
        return lines
    }

    private static func append<Run: StyledRun>(_ piece: Run, to line: inout [Run]) {
        if let last = line.last, last.style == piece.style {
            line[line.count - 1].text += piece.text
        } else {
            line.append(piece)
        }
    }

    private static func split<Run: StyledRun>(_ text: [Run]) -> [[Run]] {
        var paragraphs: [[Run]] = [[]]
        for piece in text {
            for (index, part) in piece.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { paragraphs.append([]) }
                if !part.isEmpty { paragraphs[paragraphs.count - 1].append(Run(String(part), piece.style)) }
            }
        }
        return paragraphs
    }

    private static func words<Run: StyledRun>(_ text: [Run]) -> [Word<Run>] {
        var words: [Word<Run>] = []
        var current = Word<Run>()
        func end() {
            if !current.pieces.isEmpty { words.append(current) }
            current = Word<Run>()
        }
        for piece in text {
            for character in piece.text {
                if character == " " || character == "\t" {
                    end()
                    current.space = piece.style
                    continue
                }
                let characterWidth = DisplayWidth.of(character)
                let isWide = characterWidth == 2 && !closing.contains(character)
                let lastIsWide = current.pieces.last?.text.last.map { DisplayWidth.of($0) == 2 } ?? false
                if !current.pieces.isEmpty, isWide || (lastIsWide && !closing.contains(character)) { end() }
                append(Run(String(character), piece.style), to: &current.pieces)
                current.width += characterWidth
            }
        }
        end()
        return words
    }

    /// Cuts a piece that is wider than a line.
    private static func cut<Run: StyledRun>(_ piece: Run, first: Int, then: Int, isFirst: Bool) -> [Run] {
        guard DisplayWidth.of(piece.text) > then else { return [piece] }
        var parts: [Run] = []
        var part = ""
        var used = 0
        var room = isFirst ? then : first
        for character in piece.text {
            let characterWidth = DisplayWidth.of(character)
            if used + characterWidth > room, !part.isEmpty {
                parts.append(Run(part, piece.style))
                part = ""
                used = 0
                room = then
            }
            part.append(character)
            used += characterWidth
        }
        if !part.isEmpty { parts.append(Run(part, piece.style)) }
        return parts
    }
}
