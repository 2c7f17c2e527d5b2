/// Shows a diagnostic as text: the one place that does.
///
///     lesson.md:12:9: error: found `*`, wanted an expression
///        12 | b = 2 + * 3
///           |         ^
///           = help: …
///       in f, called at lesson.md:20:3
///
/// A call's label is printed before its place: the label of the last line is `in f, called`.
public struct DiagnosticRenderer: Sendable {
    private let color: Bool
    private let unicode: Bool
    /// The columns of a source line that are shown; a longer line is cut to this, round the span.
    private static let widest = 100
    /// The calls shown from either end of a long chain.
    private static let innermostCalls = 8
    private static let outermostCalls = 2

    /// `unicode` allows `│` and `…` beside the source's own characters.
    public init(color: Bool, unicode: Bool) {
        self.color = color
        self.unicode = unicode
    }

    /// The diagnostic's lines, each ended by a line break. It may be long or hold anything: control characters are
    /// escaped.
    public func render(_ diagnostic: Diagnostic) -> String {
        let title = diagnostic.kind == .interrupted ? "interrupted" : "error"
        let place = diagnostic.span.map { styled(self.place(of: $0) + ":", "1") + " " } ?? ""
        var lines = lines(of: diagnostic.message)
        var result = place + styled(title + ":", "1;31") + " " + styled(lines.removeFirst(), "1") + "\n"
        for line in lines { result += "  " + line + "\n" }
        var margin = ""
        if let span = diagnostic.span {
            let number = String(span.start.line)
            margin = String(repeating: " ", count: max(4, number.utf8.count) + 2)
            result += excerpt(of: span, number: number, margin: margin)
        }
        if let help = diagnostic.help {
            let lines = self.lines(of: help)
            result += margin + (margin.isEmpty ? "" : "= ") + styled("help:", "1;36") + " " + lines[0] + "\n"
            for line in lines.dropFirst() { result += margin + "        " + line + "\n" }
        }
        return result + calls(diagnostic.calls)
    }

    private func place(of span: Span) -> String {
        let start = span.start
        return "\(span.source.name.visible):\(start.line):\(start.column)"
    }

    private func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(\.visible)
    }

    private func calls(_ calls: [Diagnostic.Label]) -> String {
        var result = ""
        let hidden = calls.count - Self.innermostCalls - Self.outermostCalls
        for (index, call) in calls.enumerated() {
            if hidden > 0, index == Self.innermostCalls { result += "  \(ellipsis) \(hidden) more calls\n" }
            if hidden > 0, index >= Self.innermostCalls, index < Self.innermostCalls + hidden { continue }
            result += "  " + call.text.visible + " at " + place(of: call.span) + "\n"
        }
        return result
    }

    // MARK: The source line

    private func excerpt(of span: Span, number: String, margin: String) -> String {
        let cut = SourceExcerpt(of: span, widest: Self.widest, ellipsis: ellipsis)
        let bar = styled(unicode ? "│" : "|", "34")
        let gutter = String(repeating: " ", count: max(0, margin.utf8.count - 1 - number.utf8.count)) + number + " "
        let underline =
            String(repeating: " ", count: cut.indent) + styled(String(repeating: "^", count: cut.width), "1;31")
        return styled(gutter, "34") + bar + " " + cut.text + "\n" + margin + bar + " " + underline + "\n"
    }

    private var ellipsis: String { unicode ? "…" : "..." }

    private func styled(_ text: String, _ code: String) -> String { color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
