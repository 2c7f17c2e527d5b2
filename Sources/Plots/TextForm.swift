internal import Typography

/// How the texts of a figure are written, by what reads them from gnuplot.
enum TextForm {
    /// As they are.
    case plain
    /// As TeX that shows what they are; none can be a command.
    case tex

    /// A text in a command.
    func quoted(_ text: String) -> String { GnuplotText.quotedLine(word(GnuplotText.shown(text))) }

    /// A text as the label of a tick. gnuplot takes one with a % for a number's format, and cuts what comes of it.
    func quotedTick(_ text: String) -> String {
        var text = GnuplotText.shown(text)
        switch self {
        case .tex: return GnuplotText.quotedLine(word(text).replacing("\\%", with: "\\char37{}"))
        case .plain:
            // By scalars: an accent over a % does not keep gnuplot from seeing it.
            guard text.unicodeScalars.contains("%") else { return GnuplotText.quotedLine(text) }
            if text.utf8.count > TextForm.longestFormat {
                while text.utf8.count > TextForm.longestFormat - 3 { text.removeLast() }
                text += "…"
            }
            let parts = text.unicodeScalars.split(separator: "%", omittingEmptySubsequences: false)
            return GnuplotText.quotedLine(parts.map { String($0) }.joined(separator: "%%"))
        }
    }

    /// The bytes of a tick's label that gnuplot has room for where it is a format.
    private static let longestFormat = 48

    /// A text that has been shortened already.
    func word(_ text: String) -> String {
        switch self {
        case .plain: text
        case .tex: TexSpelling.of(text)
        }
    }

    /// A number for readers, in digits and as C prints it.
    func number(_ text: String) -> String {
        switch self {
        case .plain: text
        case .tex: "$\(TextForm.power(text).map { "\($0.mantissa)10^{\($0.exponent)}" } ?? text)$"
        }
    }

    /// The label of a tick: `1.5·10⁶` rather than `1.5e+06`.
    func tick(_ value: Double) -> String {
        let text = ShortNumber.text(value, digits: 6)
        switch self {
        case .plain:
            guard let (mantissa, exponent) = TextForm.power(text) else { return text }
            return mantissa.replacing("\\cdot ", with: "·") + "10" + LogarithmicTicks.raised(exponent)
        case .tex: return number(text)
        }
    }

    /// The parts of `1.5e+06`: `1.5\cdot ` and 6.
    private static func power(_ text: String) -> (mantissa: String, exponent: Int)? {
        let parts = text.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return nil }
        let mantissa =
            switch parts[0] {
            case "1": ""
            case "-1": "-"
            default: String(parts[0]) + "\\cdot "
            }
        return (mantissa, exponent)
    }
}
