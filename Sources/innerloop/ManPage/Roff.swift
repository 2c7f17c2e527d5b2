/// Text as `troff` reads it.
enum Roff {
    /// In bytes, as the tools that check manual pages want it.
    private static let widestLine = 78

    /// Text in which nothing is a request or an escape: what is typed stays as it is typed, also in UTF-8 terminals.
    static func text(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
            }
        }
        return result
    }

    static func bold(_ text: String) -> String { "\\fB" + Roff.text(text) + "\\fR" }
    static func italic(_ text: String) -> String { "\\fI" + Roff.text(text) + "\\fR" }

    /// Markdown's backquotes as bold.
    static func marked(_ text: String) -> String {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        guard parts.count % 2 == 1 else { return Roff.text(text) }
        return parts.enumerated().map { $0 % 2 == 0 ? Roff.text($1) : bold($1) }.joined()
    }

    /// Lines of running text, none of which is a request.
    static func paragraph(_ roff: String) -> String {
        var lines: [String] = []
        for word in roff.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.utf8.count + word.utf8.count < widestLine {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append((word.first == "." ? "\\&" : "") + word)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    static func section(_ title: String) -> String { ".SH \(title)\n" }

    /// A paragraph with a heading of its own; both are roff already.
    static func item(_ heading: String, _ body: String) -> String { ".TP\n\(heading)\n" + paragraph(body) }
}
