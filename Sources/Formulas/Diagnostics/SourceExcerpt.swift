internal import Typography

/// The part of a source line round the start of a span, with the columns the span takes in it.
///
/// Only the bytes near the span are looked at, so a line of ten megabytes costs no more than a short one.
struct SourceExcerpt {
    /// What is shown of the line, nothing invisible in it.
    private(set) var text = ""
    /// The columns before the span.
    private(set) var indent = 0
    /// The columns of the span's part on this line, at least 1.
    private(set) var width = 1

    /// The bytes looked at on either side: enough for `widest` characters of the longest kind in use.
    private static let reach = 1200

    /// - Parameter widest: the columns there are, those of the ellipses included.
    init(of span: Span, widest: Int, ellipsis: String, _ lettering: Lettering) {
        let bytes = span.source.bytes
        let start = min(span.range.lowerBound, bytes.count)
        var low = start
        while low > 0, start - low < Self.reach, !Self.isLineEnd(bytes[low - 1]) { low -= 1 }
        var high = start
        while high < bytes.count, high - start < Self.reach, !Self.isLineEnd(bytes[high]) { high += 1 }
        // Not in the middle of a character.
        while low < start, bytes[low] & 0xC0 == 0x80 { low += 1 }
        while high > start, high < bytes.count, bytes[high] & 0xC0 == 0x80 { high -= 1 }
        let isCutBefore = low > 0 && !Self.isLineEnd(bytes[low - 1])
        let isCutAfter = high < bytes.count && !Self.isLineEnd(bytes[high])
        let end = min(max(span.range.upperBound, start), high)

        let before = Array(span.source.text(of: low..<start))
        let marked = Array(span.source.text(of: start..<end))
        let after = Array(span.source.text(of: end..<high))
        let total = Self.width(before) + Self.width(marked) + Self.width(after)
        let fits = total <= widest && !isCutBefore && !isCutAfter

        // Where the line is too long: at least half of what is shown before the span, the rest from it on.
        let columns = max(1, widest - 2 * DisplayWidth.of(ellipsis))
        let roomBefore = max(columns / 2, columns - Self.width(marked) - Self.width(after))
        let shownBefore = fits ? before[...] : Self.suffix(before[...], of: roomBefore)
        let room = fits ? total : columns - Self.width(shownBefore)
        let shownMarked = fits ? marked[...] : Self.prefix(marked[...], of: room)
        let shownAfter = fits ? after[...] : Self.prefix(after[...], of: room - Self.width(shownMarked))
        let lead = isCutBefore || shownBefore.count < before.count ? ellipsis : ""
        let isTrailing = isCutAfter || shownMarked.count < marked.count || shownAfter.count < after.count

        let shown = [shownBefore, shownMarked, shownAfter].map { lettering.text(String($0).visible) }
        text = lead + shown.joined() + (isTrailing ? ellipsis : "")
        indent = DisplayWidth.of(lead) + DisplayWidth.of(shown[0])
        width = max(1, DisplayWidth.of(shown[1]))
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private static func width(_ characters: some Sequence<Character>) -> Int {
        characters.reduce(0) { $0 + width($1) }
    }

    private static func width(_ character: Character) -> Int {
        if let ascii = character.asciiValue, (0x20...0x7E).contains(ascii) { return 1 }
        return DisplayWidth.of(String(character).visible)
    }

    private static func prefix(_ characters: ArraySlice<Character>, of width: Int) -> ArraySlice<Character> {
        var left = width
        var count = 0
        for character in characters {
            left -= Self.width(character)
            if left < 0 { break }
            count += 1
        }
        return characters.prefix(count)
    }

    private static func suffix(_ characters: ArraySlice<Character>, of width: Int) -> ArraySlice<Character> {
        var left = width
        var count = 0
        for character in characters.reversed() {
            left -= Self.width(character)
            if left < 0 { break }
            count += 1
        }
        return characters.suffix(count)
    }
}
