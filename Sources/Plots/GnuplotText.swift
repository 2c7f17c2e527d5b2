/// Text on its way into a gnuplot command.
///
/// A title can hold anything a user types. In gnuplot, backquotes and `"< command"` run programs and a newline starts
/// a new command. Between single quotes nothing is special but the quote itself, so every string is single-quoted, and
/// no control character ever reaches the process. A quote is written between the pieces, as the escape `"\047"`: doubling
/// it, as gnuplot's manual has it, fails where it comes first or follows another.
enum GnuplotText {
    /// Longer texts end in "…": no figure has room for more, and gnuplot's own limits are not tested.
    static let longest = 200

    static func quoted(_ text: String) -> String { quotedLine(shown(text)) }

    /// A text that is on one line already. A quote with an accent over it is one character, and a quote to gnuplot all the
    /// same: only scalars tell.
    static func quotedLine(_ text: String) -> String {
        text.unicodeScalars.split(separator: "'", omittingEmptySubsequences: false)
            .map { "'\(String($0))'" }.joined(separator: #"."\047"."#)
    }

    /// The text on one line: control characters and line separators become spaces, direction overrides vanish.
    static func shown(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(longest + 1) {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: result.append(" ")
            case .format, .surrogate, .unassigned: continue
            default: result.append(scalar)
            }
        }
        return result.count > longest
            ? String(String.UnicodeScalarView(result.prefix(longest - 1))) + "…" : String(result)
    }
}
