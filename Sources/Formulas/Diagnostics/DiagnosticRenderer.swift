internal import Typography

/// Shows a diagnostic as text: the one place that does.
///
///     lesson.md:12:9: error: found `*`, wanted an expression
///        12 | b = 2 + * 3
///           |         ^
///           = help: …
///           = see :help functions
///       in f, called at lesson.md:20:3
///
/// A call's label is printed before its place: the label of the last line is `in f, called`. What is too wide for the
/// columns there are goes on in further lines; a source line is cut.
public struct DiagnosticRenderer: Sendable {
    /// The columns of a terminal that is not known.
    public static let usualColumns = 100

    private let color: Bool
    private let unicode: Bool
    private let columns: Int
    /// Below so many columns there is no reading.
    private static let fewestColumns = 24
    /// The calls shown from either end of a long chain.
    private static let innermostCalls = 8
    private static let outermostCalls = 2

    /// A piece of a line with the code of its look; none for plain text.
    private struct Piece: StyledRun {
        var text: String
        let style: String

        init(_ text: String, _ style: String = "") {
            self.text = text
            self.style = style
        }
    }

    /// Without `unicode`, `│`, `…` and the signs of formulas are spelled in ASCII.
    public init(color: Bool, unicode: Bool, columns: Int = usualColumns) {
        self.color = color
        self.unicode = unicode
        self.columns = max(Self.fewestColumns, columns)
    }

    /// The diagnostic's lines, each ended by a line break. It may be long or hold anything: control characters are
    /// escaped.
    public func render(_ diagnostic: Diagnostic) -> String {
        let title = diagnostic.kind == .interrupted ? "interrupted" : "error"
        let place = diagnostic.span.map { [Piece(self.place(of: $0) + ":", "1"), Piece(" ")] } ?? []
        let lines = lines(of: diagnostic.message)
        var result = text(of: place + [Piece(title + ":", "1;31"), Piece(" "), Piece(lines[0], "1")], indent: "  ")
        for line in lines.dropFirst() { result += text(of: [Piece(line)], lead: "  ", indent: "  ") }
        var margin = ""
        if let span = diagnostic.span {
            let number = String(span.start.line)
            margin = String(repeating: " ", count: max(4, number.utf8.count) + 2)
            result += excerpt(of: span, number: number, margin: margin)
        }
        let lead = margin + (margin.isEmpty ? "" : "= ")
        if let help = diagnostic.help {
            let indent = lead.indented + "      "
            let lines = self.lines(of: help)
            result += text(of: [Piece("help:", "1;36"), Piece(" " + lines[0])], lead: lead, indent: indent)
            for line in lines.dropFirst() { result += text(of: [Piece(line)], lead: indent, indent: indent) }
        }
        if let topic = diagnostic.topic {
            result += text(
                of: [Piece("see", "1;36"), Piece(" " + Manual.command(for: topic))], lead: lead, indent: lead.indented)
        }
        return result + calls(diagnostic.calls)
    }

    private func place(of span: Span) -> String {
        let start = span.start
        return "\(span.source.name.visible):\(start.line):\(start.column)"
    }

    private func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { lettering.text($0.visible) }
    }

    private func calls(_ calls: [Diagnostic.Label]) -> String {
        var result = ""
        let hidden = calls.count - Self.innermostCalls - Self.outermostCalls
        for (index, call) in calls.enumerated() {
            if hidden > 0, index == Self.innermostCalls { result += "  \(ellipsis) \(hidden) more calls\n" }
            if hidden > 0, index >= Self.innermostCalls, index < Self.innermostCalls + hidden { continue }
            let line = call.text.visible + " at " + place(of: call.span)
            result += text(of: [Piece(line)], lead: "  ", indent: "    ")
        }
        return result
    }

    /// A line after `lead`; what does not fit goes on in further lines, after `indent`.
    private func text(of line: [Piece], lead: String = "", indent: String) -> String {
        let width = line.reduce(lead.utf8.count) { $0 + DisplayWidth.of($1.text) }
        let room = columns - max(lead.utf8.count, indent.utf8.count)
        let lines = width <= columns ? [line] : LineWrapper(width: room).wrap(line)
        return lines.enumerated().map { index, line in
            (index == 0 ? lead : indent) + line.map { styled($0.text, $0.style) }.joined() + "\n"
        }.joined()
    }

    // MARK: The source line

    private func excerpt(of span: Span, number: String, margin: String) -> String {
        let widest = columns - margin.utf8.count - 2
        let cut = SourceExcerpt(of: span, widest: widest, ellipsis: ellipsis, lettering)
        let bar = styled(unicode ? "│" : "|", "34")
        let gutter = String(repeating: " ", count: max(0, margin.utf8.count - 1 - number.utf8.count)) + number + " "
        let underline =
            String(repeating: " ", count: cut.indent) + styled(String(repeating: "^", count: cut.width), "1;31")
        return styled(gutter, "34") + bar + " " + cut.text + "\n" + margin + bar + " " + underline + "\n"
    }

    private var lettering: Lettering { unicode ? .unicode : .ascii }

    private var ellipsis: String { unicode ? "…" : "..." }

    private func styled(_ text: String, _ code: String) -> String {
        color && !code.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension String {
    /// As many blanks.
    fileprivate var indented: String { String(repeating: " ", count: utf8.count) }
}
