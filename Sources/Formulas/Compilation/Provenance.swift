internal import Programs

/// Which part of a formula each operation of its program comes from, while it is traced to be looked at.
///
/// A class, because all traces of the formula write to one.
final class Provenance {
    let origins = Origins()
    /// The parts of the formula, by the number that instructions have of them.
    private(set) var spans: [Span] = []
    private var numbers: [Key: Int] = [:]

    private struct Key: Hashable {
        let source: ObjectIdentifier
        let range: Range<Int>
    }

    /// What `body` traces comes from a part of the formula, unless it says of a smaller one.
    func tracing<T, E: Error>(_ span: Span, _ body: () throws(E) -> T) throws(E) -> T {
        let outer = origins.current
        origins.current = number(of: span)
        defer { origins.current = outer }
        return try body()
    }

    private func number(of span: Span) -> Int {
        let key = Key(source: ObjectIdentifier(span.source), range: span.range)
        if let number = numbers[key] { return number }
        numbers[key] = spans.count
        spans.append(span)
        return spans.count - 1
    }
}
