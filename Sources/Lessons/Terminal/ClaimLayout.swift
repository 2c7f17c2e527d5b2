public import Formulas
internal import Sentences
internal import Typography

/// A claim as it stands on screen: what is claimed, whether it holds, and why.
public struct ClaimLine: Hashable, Sendable {
    public var text: String
    public var holds: Bool
    /// `3e-16`, `order 1.00`.
    public var summary: String
    public var reason: String?
    /// More lines, where the claim fails.
    public var details: [String]
    /// The line a derivation's chain begins with, where this is the first claim of one.
    public var chainStart: String?

    public init(
        text: String, holds: Bool, summary: String, reason: String? = nil, details: [String] = [],
        chainStart: String? = nil
    ) {
        self.text = text
        self.holds = holds
        self.summary = summary
        self.reason = reason
        self.details = details
        self.chainStart = chainStart
    }

    public init(_ outcome: ClaimOutcome) {
        let says = outcome.text.hasPrefix("refute") || !outcome.isRefuted
        self.init(
            text: says ? outcome.text : "refute " + outcome.text, holds: outcome.holds, summary: outcome.summary,
            reason: outcome.reason, details: outcome.details,
            chainStart: outcome.derivationStart)
    }
}

/// Sets claims one under the other, their marks in a column; where the screen is too narrow, each mark under its claim.
struct ClaimLayout {
    let width: Int
    let indent: Int
    var lettering = Lettering.unicode

    private static let gap = 3
    /// A mark, its summary and its reason need this much beside a claim.
    private static let leastBeside = 26

    func lines(_ claims: [ClaimLine]) -> [StyledLine] {
        var lines: [StyledLine] = []
        var group: [ClaimLine] = []
        for claim in claims {
            if claim.chainStart != nil {
                lines += chain(group)
                group = []
            }
            group.append(claim)
        }
        return lines + chain(group)
    }

    private func chain(_ claims: [ClaimLine]) -> [StyledLine] {
        guard let first = claims.first else { return [] }
        let start =
            first.chainStart.map { wrapped([StyledText(lettering.text($0), .code)], at: indent, hanging: 2) } ?? []
        let left = first.chainStart == nil ? indent : indent + 2
        let column = left + (claims.map { DisplayWidth.of(oneLine($0.text)) }.max() ?? 0) + Self.gap
        let summaryWidth = claims.map { DisplayWidth.of(lettering.text($0.summary)) }.filter { $0 <= 10 }.max() ?? 0
        let isBeside = column + Self.leastBeside <= width
        return start
            + claims.flatMap { claim -> [StyledLine] in
                let text = [StyledText(oneLine(claim.text), .code)]
                let body: [StyledLine]
                if isBeside {
                    let tail = tail(claim, summaryWidth: summaryWidth, width: width - column)
                    let padding = column - left - DisplayWidth.of(oneLine(claim.text))
                    body = tail.enumerated().map { index, line in
                        index == 0
                            ? [space(left)] + text + [space(padding)] + line : [space(column)] + line
                    }
                } else {
                    let under = tail(claim, summaryWidth: summaryWidth, width: max(8, width - left - 2))
                    body = wrapped(text, at: left, hanging: 4) + under.map { [space(left + 2)] + $0 }
                }
                let details = claim.holds ? [] : claim.details
                return body
                    + details.flatMap { wrapped([StyledText(lettering.text($0), .bad)], at: left + 4, hanging: 2) }
            }
    }

    /// The mark, the summary, and the reason: on one line, or the reason in a column, or under the mark.
    private func tail(_ claim: ClaimLine, summaryWidth: Int, width: Int) -> [StyledLine] {
        let style: StyledText.Style = claim.holds ? .good : .bad
        // A failure is said in words: a glyph alone is easily missed, or read aloud as nothing.
        let mark = claim.holds ? lettering.text("✓ ") : "\(lettering.failed)\(Sentence.claimFails) "
        let head = mark + lettering.text(claim.summary)
        guard let reason = claim.reason.map(lettering.text), !reason.isEmpty else {
            return hung([StyledText(head, style)], width: width)
        }
        let padding = max(0, summaryWidth - DisplayWidth.of(lettering.text(claim.summary))) + Self.gap
        let used = DisplayWidth.of(head) + padding
        if used + DisplayWidth.of(reason) <= width {
            return [[StyledText(head, style), space(padding), StyledText(reason, .dim)]]
        }
        let reasonLines = { LineWrapper(width: $0).wrap([StyledText(reason, .dim)]) }
        if width - used >= 20 {
            return reasonLines(width - used).enumerated().map { index, line in
                index == 0 ? [StyledText(head, style), space(padding)] + line : [space(used)] + line
            }
        }
        return hung([StyledText(head, style)], width: width)
            + reasonLines(max(4, width - 2)).map { [space(2)] + $0 }
    }

    private func hung(_ text: [StyledText], width: Int) -> [StyledLine] {
        LineWrapper(width: max(4, width - 2)).wrap(text).enumerated().map { index, line in
            index == 0 ? line : [space(2)] + line
        }
    }

    private func wrapped(_ text: [StyledText], at left: Int, hanging: Int) -> [StyledLine] {
        if left + text.reduce(0, { $0 + $1.width }) <= width { return [[space(left)] + text] }
        return LineWrapper(width: max(4, width - left - hanging)).wrap(text).enumerated().map { index, line in
            [space(index == 0 ? left : left + hanging)] + line
        }
    }

    /// A claim that was written over several lines.
    private func oneLine(_ text: String) -> String {
        let printable = MarkdownRenderer.printable(text, lettering)
        return printable.split(separator: " ").joined(separator: " ")
    }

    private func space(_ count: Int) -> StyledText { StyledText(String(repeating: " ", count: max(0, count))) }
}
