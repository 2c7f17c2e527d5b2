/// Finds what someone may have meant.
enum Suggestion {
    /// The word nearest to a misspelt one, where one is near: at most a third of its letters differ (and always one may, but never all).
    static func nearest(to word: String, in words: some Sequence<String>) -> String? {
        var best: (word: String, distance: Int)?
        for candidate in words {
            let distance = distance(word.lowercased(), candidate.lowercased())
            if distance <= max(1, candidate.count / 3), distance < min(word.count, candidate.count),
                distance < best?.distance ?? Int.max
            {
                best = (candidate, distance)
            }
        }
        return best?.word
    }

    /// `; did you mean 'loop'?`, or nothing.
    static func question(_ word: String, in words: some Sequence<String>) -> String {
        nearest(to: word, in: words).map { "; did you mean '\($0)'?" } ?? ""
    }

    /// The edits between two words, an exchange of neighbours counting as one (optimal string alignment).
    private static func distance(_ first: String, _ second: String) -> Int {
        let a = Array(first.prefix(64))
        let b = Array(second.prefix(64))
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var rows = [Array(0...b.count)]
        for i in 1...a.count {
            var row = [i] + Array(repeating: 0, count: b.count)
            for j in 1...b.count {
                row[j] = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], rows[i - 2][j - 2] + 1)
                }
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
