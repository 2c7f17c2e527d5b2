internal import Figures
internal import Programs
internal import Tensors

// What the built-ins that make figures read from their arguments.
extension Call {
    /// The figure a closure makes; what it refuses is told at the call's place.
    func figure(_ make: () throws(FigureError) -> Figure) throws(Diagnostic) -> Value {
        do throws(FigureError) {
            return .figure(try make())
        } catch {
            throw fails(error.message)
        }
    }

    func made<T>(_ make: () throws(FigureError) -> T) throws(Diagnostic) -> T {
        do throws(FigureError) {
            return try make()
        } catch {
            throw fails(error.message)
        }
    }

    /// The numbers of a vector.
    func vector(_ value: Value, _ role: String, _ span: Span) throws(Diagnostic) -> [Double] {
        let operand = try tensor(value, span)
        guard operand.shape.rank == 1 else {
            throw Diagnostic(.evaluation, "\(role) is a vector, found \(value.kindDescription)", at: span)
        }
        return try evaluator.known(operand, span).doubles
    }

    /// A matrix.
    func raster(_ value: Value, _ role: String, _ span: Span) throws(Diagnostic) -> Raster {
        let operand = try tensor(value, span)
        guard operand.shape.rank == 2 else {
            throw Diagnostic(
                .evaluation, "\(role) is a matrix, found \(value.kindDescription)", at: span,
                help: operand.shape.rank == 1 ? "[v] is the matrix with the one row v" : nil)
        }
        let values = try evaluator.known(operand, span).doubles
        return try made { () throws(FigureError) in
            try Raster(values, rows: operand.shape[0], columns: operand.shape[1])
        }
    }

    /// Points of the plane: `[n, 2]`, or one as `[2]`.
    func points(_ value: Value, _ role: String, _ span: Span) throws(Diagnostic) -> [(x: Double, y: Double)] {
        let operand = try tensor(value, span)
        let shape = operand.shape
        guard (shape.rank == 2 && shape[1] == 2) || (shape.rank == 1 && shape[0] == 2) else {
            let isTurned = shape.rank == 2 && shape[0] == 2
            throw Diagnostic(
                .evaluation, "\(role) are a matrix [n, 2], found \(value.kindDescription)", at: span,
                help: isTurned ? "one point a row: transpose it" : "one point a row, its x and y in the columns")
        }
        let numbers = try evaluator.known(operand, span).doubles
        return stride(from: 0, to: numbers.count, by: 2).map { (x: numbers[$0], y: numbers[$0 + 1]) }
    }

    /// A list of strings or numbers as texts; none where it is not given.
    func texts(_ name: String) throws(Diagnostic) -> [String] {
        guard let value = optional(name) else { return [] }
        var texts: [String] = []
        for item in try evaluator.items(value, span(name)) {
            switch item {
            case .string(let text): texts.append(text)
            case .tensor(let operand) where operand.shape.isScalar:
                texts.append(NumberFormat.short.text(try evaluator.known(operand, span(name)).double(at: 0)))
            case .tensor, .record, .list, .range, .function, .linearOperator, .contraction, .figure, .nothing:
                throw Diagnostic(
                    .evaluation, "\(name) are strings or numbers, found \(item.kindDescription)", at: span(name))
            }
        }
        return texts
    }

    /// A value under names: the fields of a record, or the value itself without one.
    func named(_ value: Value) -> [(label: String?, value: Value)] {
        switch value {
        case .record(let record): record.fields.map { (label: $0.name, value: $0.value) }
        case .tensor, .string, .list, .range, .function, .linearOperator, .contraction, .figure, .nothing:
            [(label: nil, value: value)]
        }
    }

    /// Which of the axes given are logarithmic.
    func logarithmic(among axes: String) throws(Diagnostic) -> Set<Character> {
        let log = try text("log") ?? ""
        guard log.allSatisfy(axes.contains), Set(log).count == log.count else {
            let known =
                axes.count == 1 ? "\"\(axes)\"" : axes.map { "\"\($0)\"" }.joined(separator: ", ") + " or several"
            throw Diagnostic(.evaluation, "log is \(known), found \"\(log)\"", at: span("log"))
        }
        return Set(log)
    }

    /// `[low, high]`.
    func interval(_ name: String) throws(Diagnostic) -> (low: Double, high: Double)? {
        guard let value = optional(name) else { return nil }
        let ends = try vector(value, name, span(name))
        guard ends.count == 2, ends[0] < ends[1], ends.allSatisfy(\.isFinite) else {
            throw Diagnostic(
                .evaluation, "\(name) is [low, high] with low < high, found \(value.inlineText)", at: span(name))
        }
        return (ends[0], ends[1])
    }
}
