/// The number of a terminal's columns that a line of text takes: two for a wide East Asian character or an emoji, none
/// for a combining mark, one for any other. Control characters count as none: what prints them escapes them first.
public func displayWidth(_ text: String) -> Int {
    var width = 0
    for character in text { width += character.displayWidth }
    return width
}

extension Character {
    /// The columns the character takes.
    var displayWidth: Int {
        guard let first = unicodeScalars.first else { return 0 }
        // The emoji form of a character that is narrow without it; two letters that make a flag.
        if unicodeScalars.count > 1, unicodeScalars.contains("\u{FE0F}") { return 2 }
        if unicodeScalars.count > 1, ("\u{1F1E6}"..."\u{1F1FF}").contains(first) { return 2 }
        return first.displayWidth
    }
}

extension Unicode.Scalar {
    /// The columns the character takes by itself.
    fileprivate var displayWidth: Int {
        if value < 0x7F { return value < 0x20 ? 0 : 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .control, .format, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        if value < 0x1100 { return 1 }
        return Self.wide.contains { $0.contains(value) } || properties.isEmojiPresentation ? 2 : 1
    }

    /// The blocks that East Asian Width (Unicode Annex 11) counts as wide or full-width.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
    ]

    /// Whether printing it would change the terminal or hide text: control characters, and those that turn the
    /// direction of writing.
    var isInvisible: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
        // The joiners make emoji and Indic letters; every other format character hides something.
        case .format: self != "\u{200D}" && self != "\u{200C}"
        default: false
        }
    }
}

extension StringProtocol {
    /// The text with every invisible character written as its number, `\u{1B}`; a tab is four blanks.
    var visible: String {
        var result = ""
        for scalar in unicodeScalars {
            if scalar == "\t" {
                result += "    "
            } else if scalar.isInvisible {
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
