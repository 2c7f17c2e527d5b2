public import Figures

/// One top-level statement, run.
public struct Cell {
    public let number: Int
    /// The statement's text.
    public let source: String
    public let span: Span
    /// The name it bound, where it bound one.
    public let name: String?
    /// What it gave or bound.
    public let value: Value?
    /// Whether the cell's value is what it shows: it is an expression's, and nothing silences it.
    public let showsValue: Bool
    /// What `print` and `show` put out, in order.
    public let outputs: [Output]
    public let claims: [ClaimOutcome]
    public let diagnostic: Diagnostic?
    /// Whether it did more than compute: it printed, claimed, read or wrote a file.
    var hadEffect = false

    /// What is put out while a cell runs.
    public enum Output {
        /// A line that `print` wrote.
        case line(String)
        /// A value that `show` shows as a cell that ends in it does.
        case value(Value)

        /// What a terminal of `width` columns shows of it; of a figure, nothing.
        public func rendering(width: Int, digits: Int = Cell.usualDigits) -> String? {
            switch self {
            case .line(let text): text
            case .value(let value): figure == nil ? value.rendering(width: width, digits: digits) : nil
            }
        }

        public var figure: Figure? {
            guard case .value(.figure(let figure)) = self else { return nil }
            return figure
        }
    }

    /// What a terminal of `width` columns shows of the value; nil where there is nothing to show.
    public func rendering(width: Int, digits: Int = Cell.usualDigits) -> String? {
        guard showsValue, let value, figure == nil else { return nil }
        return value.rendering(width: width, digits: digits)
    }

    /// Significant digits of a number on screen, where nothing else is chosen.
    public static let usualDigits = NumberFormat.usualDigits

    /// A number as values show it.
    public static func text(of number: Double) -> String { NumberFormat.short.text(number) }

    /// The figure, where the cell ended in one.
    public var figure: Figure? {
        guard case .figure(let figure) = value, showsValue else { return nil }
        return figure
    }

    /// Whether a run goes on after it: nothing failed.
    public var isGood: Bool { diagnostic == nil && claims.allSatisfy(\.holds) }

    /// One line of JSON, as `innerloop run --json` prints it.
    public var json: String {
        let claims = claims.map { claim in
            "{\"text\": \(JSON.string(claim.text)), \"holds\": \(claim.holds), \"error\": \(JSON.optional(claim.error)), \"order\": \(JSON.optional(claim.order))}"
        }
        let sizes = value?.sizes.map { "[" + $0.map(String.init).joined(separator: ", ") + "]" } ?? "null"
        let fields = [
            "\"cell\": \(number)", "\"source\": \(JSON.string(source))", "\"name\": \(JSON.optional(name))",
            "\"type\": \(JSON.optional(value?.typeName))", "\"shape\": \(sizes)", "\"value\": \(value?.json ?? "null")",
            "\"claims\": [\(claims.joined(separator: ", "))]", "\"error\": \(diagnostic?.json ?? "null")",
        ]
        return "{\(fields.joined(separator: ", "))}"
    }
}

extension Diagnostic {
    /// The error as JSON: its line, column and message, which carries the help and the call chain.
    public var json: String {
        let start = span?.start ?? Position(line: 0, column: 0)
        var text = message
        if let help { text += "; \(help)" }
        for call in calls { text += "; \(call.text) at line \(call.span.start.line)" }
        return "{\"line\": \(start.line), \"column\": \(start.column), \"message\": \(JSON.string(text))}"
    }
}
