/// Room in one block of memory, handed out and taken back: the first gap that is large enough.
package struct ArenaLayout {
    package static let alignment = 64
    package private(set) var size = 0
    /// Free stretches below `size`, by their start; neighbours are always joined.
    private var gaps: [(start: Int, end: Int)] = []

    /// An absurd size is refused before the run; here it must only not overflow.
    package init() {}

    private func rounded(_ bytes: Int) -> Int {
        let bytes = min(bytes, Int.max / 4 / Self.alignment * Self.alignment)
        return max(1, (bytes + Self.alignment - 1) / Self.alignment) * Self.alignment
    }

    package mutating func allocate(_ bytes: Int) -> Int {
        let wanted = rounded(bytes)
        if let place = gaps.firstIndex(where: { $0.end - $0.start >= wanted }) {
            let start = gaps[place].start
            if gaps[place].end - start == wanted { gaps.remove(at: place) } else { gaps[place].start += wanted }
            return start
        }
        // A gap at the end grows.
        let start: Int
        if let last = gaps.last, last.end == size { start = gaps.removeLast().start } else { start = size }
        size = start > Int.max / 2 ? size : start + wanted
        return start
    }

    package mutating func free(_ start: Int, _ bytes: Int) {
        let end = start + rounded(bytes)
        let place = gaps.firstIndex { $0.start > start } ?? gaps.count
        gaps.insert((start, end), at: place)
        if place + 1 < gaps.count, gaps[place].end == gaps[place + 1].start {
            gaps[place].end = gaps.remove(at: place + 1).end
        }
        if place > 0, gaps[place - 1].end == gaps[place].start {
            gaps[place - 1].end = gaps.remove(at: place).end
        }
    }
}
