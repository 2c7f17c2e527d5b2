import Typography

/// The candidates of a completion below each other, each with a faint word on what it is.
enum CandidateList {
    /// Whether there is something to say, and the screen has a line for each beside the line that is typed.
    static func hasRoom(for names: [String], _ summaries: [String: String], in appearance: Appearance) -> Bool {
        names.count + 2 <= appearance.rows && names.contains { !(summaries[$0] ?? "").isEmpty }
    }

    /// A line for each, cut to the width.
    static func lines(of names: [String], _ summaries: [String: String], in appearance: Appearance) -> [String] {
        let most = appearance.columns / 2
        let widest = min(most, names.map { DisplayWidth.of($0) }.max() ?? 0)
        return names.map { name in
            let head = name.cut(to: most, ellipsis: appearance.ellipsis)
            let room = appearance.columns - 1 - widest - 2
            let summary = (summaries[name] ?? "").cut(to: room, ellipsis: appearance.ellipsis)
            guard !summary.isEmpty, room > 8 else { return head }
            return head.padded(to: widest) + "  " + appearance.paint(summary, .faint)
        }
    }
}
