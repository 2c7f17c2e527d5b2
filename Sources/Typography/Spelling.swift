/// Finds what a misspelt word may have meant: the one place that everything which suggests a word asks.
public enum Spelling {
    /// The nearest of some words, where one is near: at most a third of its letters differ, upper and lower case aside
    /// (always one may, but never all).
    public static func nearest(to word: String, in words: some Sequence<String>) -> String? {
        var best: (word: String, slips: Int)?
        for candidate in words where candidate != word {
            let slips = slips(word.lowercased(), candidate.lowercased())
            if slips <= max(1, candidate.count / 3), slips < min(word.count, candidate.count),
                slips < best?.slips ?? Int.max
            {
                best = (candidate, slips)
            }
        }
        return best?.word
    }

    /// How many letters are to be inserted, deleted, replaced, or swapped with their neighbour (optimal string
    /// alignment), of the first 64 of each word.
    static func slips(_ first: String, _ second: String) -> Int {
        let (a, b) = (Array(first.prefix(64)), Array(second.prefix(64)))
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
