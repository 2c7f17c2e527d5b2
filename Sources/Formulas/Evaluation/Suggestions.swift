/// The candidate nearest to a misspelt name, where one is near: by insertions, deletions, replacements and swaps of
/// neighbours (Damerau–Levenshtein), at most a third of the name's length.
public func nearest(to name: String, among candidates: [String]) -> String? {
    let allowed = max(1, name.count / 3)
    var best: (name: String, distance: Int)?
    for candidate in Set(candidates).sorted() where candidate != name {
        let distance = editDistance(Array(name), Array(candidate))
        if distance <= allowed, distance < (best?.distance ?? Int.max), distance < name.count {
            best = (candidate, distance)
        }
    }
    return best?.name
}

private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    if abs(a.count - b.count) > 8 { return Int.max }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...max(a.count, 1) where i <= a.count {
        var row = [i]
        for j in 1...max(b.count, 1) where j <= b.count {
            var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
            row.append(cost)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
