internal import Figures
internal import Programs
internal import Tensors

extension BuiltIns {
    static let figures: [BuiltIn] = [
        BuiltIn(
            "plot", "curves... labels? log? title? x? y? marks?",
            "Curves over common positions: plot(xs, ys, more…), plot(ys), or plot(xs, {name: ys, …}) with a legend; log: \"x\", \"y\" or \"xy\"; marks: \"lines\", \"points\" or \"both\".",
            example: ("plot([1, 2, 3], [1, 4, 9]);", "")
        ) { call throws(Diagnostic) in
            var (vectors, labels) = (try curves(call), try labels(call))
            guard !vectors.isEmpty else {
                throw call.fails("plot needs something to draw", help: call.builtIn.signature)
            }
            let positions = vectors.count > 1 ? vectors.removeFirst().values : nil
            if labels.isEmpty, vectors.contains(where: { $0.label != nil }) { labels = vectors.map { $0.label ?? "" } }
            let values = vectors.map(\.values)
            let marks = try marks(call)
            let (log, title) = (try call.text("log") ?? "", try call.text("title"))
            let (x, y) = (try call.text("x"), try call.text("y"))
            do throws(FigureError) {
                return .figure(
                    try Figure(
                        curves: values, over: positions, labels: labels, marks: marks, log: log, title: title, x: x,
                        y: y))
            } catch {
                throw call.fails(error.message)
            }
        }
    ]

    private static func curves(_ call: Call) throws(Diagnostic) -> [(label: String?, values: [Double])] {
        var curves: [(label: String?, values: [Double])] = []
        for argument in call.rest {
            if case .record(let record) = argument.value {
                for field in record.fields { curves.append((field.name, try vector(field.value, call, argument.span))) }
            } else {
                curves.append((nil, try vector(argument.value, call, argument.span)))
            }
        }
        return curves
    }

    private static func vector(_ value: Value, _ call: Call, _ span: Span) throws(Diagnostic) -> [Double] {
        let operand = try call.tensor(value, span)
        guard operand.shape.rank == 1 else {
            throw Diagnostic(.evaluation, "a curve is a vector, found \(value.kindDescription)", at: span)
        }
        return try call.evaluator.known(operand, span).doubles
    }

    private static func labels(_ call: Call) throws(Diagnostic) -> [String] {
        guard let value = call.optional("labels") else { return [] }
        var labels: [String] = []
        for item in try call.evaluator.items(value, call.span("labels")) {
            guard case .string(let label) = item else {
                throw Diagnostic(
                    .evaluation, "labels are strings, found \(item.kindDescription)", at: call.span("labels"))
            }
            labels.append(label)
        }
        return labels
    }

    private static func marks(_ call: Call) throws(Diagnostic) -> Series.Marks {
        switch try call.text("marks") {
        case nil, "lines": return .lines
        case "points": return .points
        case "both": return .linesAndPoints
        case let other?:
            throw Diagnostic(
                .evaluation, "marks are \"lines\", \"points\" or \"both\", found \"\(other)\"", at: call.span("marks"))
        }
    }
}
