internal import Formulas

extension BlockInfo {
    /// The attribute with the ids of what a block shows: `shows="chain product-order"`.
    static let showsName = "shows"

    /// The ids that such an attribute lists.
    static func shown(_ item: Item) throws(Diagnostic) -> [ShownTruth] {
        let text = item.value ?? ""
        let end = item.span.range.upperBound
        let isQuoted = text.utf8.count < end && item.span.source.bytes[end - 1] == UInt8(ascii: "\"")
        let start = end - (isQuoted ? 1 : 0) - text.utf8.count
        var shown: [ShownTruth] = []
        for word in text.split(separator: " ") {
            let offset = start + text.utf8.distance(from: text.startIndex, to: word.startIndex)
            let span = Span(item.span.source, offset..<offset + word.utf8.count)
            let id = String(word)
            guard isTruthID(id) else {
                throw Diagnostic(
                    .syntax, "what is shown is named by letters, digits and '-', and '\(id)' is not", at: span)
            }
            guard !shown.contains(where: { $0.id == id }) else {
                throw Diagnostic(.syntax, "the block shows '\(id)' already", at: span)
            }
            shown.append(ShownTruth(id: id, span: span))
        }
        guard !shown.isEmpty else {
            throw Diagnostic(
                .syntax, "'\(showsName)' needs the ids of what the block shows", at: item.span,
                help: "\(showsName)=\"chain product-order\"")
        }
        return shown
    }

    /// Whether a text can name something that a lesson shows.
    static func isTruthID(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
}
