internal import Figures
internal import Programs
internal import Tensors

// Figures of curves, and figures of figures.
extension BuiltIns {
    static let figures: [BuiltIn] = [
        BuiltIn(
            "plot",
            "curves...:[n]|record labels?:list bands?:number|[n]|[2,n]|record log?:text title?:text x?:text y?:text marks?:text",
            "Curves over common positions: plot(xs, ys, more…), plot(ys), plot(vary(α, …)) over α, or plot(xs, {name: ys, …}) with a legend, plot({name: ys, …}) over 0, 1, 2, …; log: \"x\", \"y\" or \"xy\"; marks: \"lines\", \"points\" or \"both\"; bands: ±e, or [lo, hi], around each curve.",
            example: ("plot([1, 2, 3], [1, 4, 9]);", "")
        ) { call throws(Diagnostic) in try plot(call) },
        BuiltIn(
            "grid",
            "figures...:figure columns?:whole title?:text", "Figures side by side and above each other.",
            example: ("grid(plot([1, 2]), bars([1, 2]), columns: 2);", "")
        ) { call throws(Diagnostic) in try grid(call) },
    ]

    private static func plot(_ call: Call) throws(Diagnostic) -> Value {
        var (vectors, labels) = (try curves(call), try call.texts("labels"))
        guard !vectors.isEmpty else {
            throw call.fails("plot needs something to draw", help: call.builtIn.signature)
        }
        let coordinates = vectors[0].coordinates
        var positions = coordinates?.values
        // What has a name is a curve, never where the others lie.
        if coordinates == nil, vectors.count > 1, vectors[0].label == nil { positions = vectors.removeFirst().values }
        let names = vectors.map(\.label)
        if labels.isEmpty, names.contains(where: { $0 != nil }) { labels = names.map { $0 ?? "" } }
        let bands = try bands(call, around: vectors.map(\.values), called: labels)
        let marks = try marks(call)
        let (log, title) = (try call.text("log") ?? "", try call.text("title"))
        let (x, y) = (try call.text("x") ?? coordinates?.name, try call.text("y"))
        return try call.figure { () throws(FigureError) in
            try Figure(
                curves: vectors.map(\.values), over: positions, bands: bands, labels: labels, marks: marks, log: log,
                title: title, x: x, y: y)
        }
    }

    private typealias Curve = (label: String?, values: [Double], coordinates: Coordinates?)

    private static func curves(_ call: Call) throws(Diagnostic) -> [Curve] {
        var curves: [Curve] = []
        for argument in call.rest {
            for (label, value) in call.named(argument.value) {
                let coordinates = try call.evaluator.known(call.tensor(value, argument.span), argument.span).coordinates
                curves.append((label, try call.vector(value, "a curve", argument.span), coordinates))
            }
        }
        return curves
    }

    /// The bands around curves: for one, `e` or `[lo, hi]`; for several, one of these for each, or by name.
    private static func bands(
        _ call: Call, around curves: [[Double]], called labels: [String]
    ) throws(Diagnostic) -> [Series.Band?] {
        guard let given = call.optional("bands") else { return [] }
        let span = call.span("bands")
        if case .record(let record) = given {
            for name in record.names where !labels.contains(name) {
                throw Diagnostic(
                    .evaluation, "there is no curve \(name) for its band; the curves are \(listed(labels))", at: span)
            }
            var bands: [Series.Band?] = []
            for (curve, label) in zip(curves, labels) {
                guard let value = record[label] else {
                    bands.append(nil)
                    continue
                }
                bands.append(try band(value, around: curve, call, span))
            }
            return bands
        }
        if curves.count == 1 { return [try band(given, around: curves[0], call, span)] }
        let items = try call.evaluator.items(given, span)
        guard items.count == curves.count else {
            throw Diagnostic(
                .evaluation, "\(counted(items.count, "band")) for \(curves.count) curves; give one for each", at: span)
        }
        var bands: [Series.Band?] = []
        for (curve, item) in zip(curves, items) { bands.append(try band(item, around: curve, call, span)) }
        return bands
    }

    private static func band(
        _ value: Value, around curve: [Double], _ call: Call, _ span: Span
    ) throws(Diagnostic) -> Series.Band {
        let operand = try call.tensor(value, span)
        let numbers = try call.evaluator.known(operand, span).doubles
        let count = curve.count
        if operand.shape.isScalar {
            return Series.Band(low: curve.map { $0 - numbers[0] }, high: curve.map { $0 + numbers[0] })
        }
        if operand.shape == [count] {
            return Series.Band(low: zip(curve, numbers).map { $0 - $1 }, high: zip(curve, numbers).map { $0 + $1 })
        }
        if operand.shape == [2, count] {
            return Series.Band(low: Array(numbers.prefix(count)), high: Array(numbers.dropFirst(count)))
        }
        throw Diagnostic(
            .evaluation, "the band of a curve of \(count) is a number, [\(count)] or [lo, hi], found \(operand.shape)",
            at: span)
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

    private static func grid(_ call: Call) throws(Diagnostic) -> Value {
        var figures: [Figure] = []
        for argument in call.rest {
            let items: [Value]
            if case .list(let list) = argument.value { items = list } else { items = [argument.value] }
            for item in items {
                guard case .figure(let figure) = item else {
                    throw Diagnostic(
                        .evaluation, "grid tiles figures, found \(item.kindDescription)", at: argument.span,
                        help: "grid(plot(…), bars(…), columns: 2)")
                }
                figures.append(figure)
            }
        }
        let (columns, title) = (try call.wholeNumber("columns"), try call.text("title"))
        return try call.figure { () throws(FigureError) in
            Figure(.tiles(try Tiles(figures, columns: columns, title: title)))
        }
    }

    /// Layers on a pair of axes, with the title and the labels given.
    static func panel(
        _ layers: [Panel.Layer], log: Set<Character>, names: [String] = [], y: String? = nil, _ call: Call
    ) throws(Diagnostic) -> Value {
        let (title, x, y) = (try call.text("title"), try call.text("x"), try call.text("y") ?? y)
        return try call.figure { () throws(FigureError) in
            Figure(
                .panel(
                    try Panel(
                        title: title,
                        x: Axis(label: x, scale: log.contains("x") ? .logarithmic : .linear, names: names),
                        y: Axis(label: y, scale: log.contains("y") ? .logarithmic : .linear), layers: layers)))
        }
    }
}
