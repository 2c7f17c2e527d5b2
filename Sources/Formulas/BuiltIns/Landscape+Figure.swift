internal import Figures
internal import Programs
internal import Tensors

extension Landscape {
    /// The positions on each axis, unless `resolution` says otherwise.
    private static let resolution = 31

    /// The map of L, with the point it is around, the path and the steps over it.
    func figure(_ call: Call) throws(Diagnostic) -> Value {
        let resolution = try call.wholeNumber("resolution") ?? Landscape.resolution
        guard (2...200).contains(resolution) else {
            throw Diagnostic(.evaluation, "resolution is 2 to 200, found \(resolution)", at: call.span("resolution"))
        }
        let spans = try spans(call)
        let positions = [spans.a, spans.b].map { span in
            (0..<resolution).map { index in
                let share = Double(index) / Double(resolution - 1)
                return span.low * (1 - share) + span.high * share
            }
        }
        let heights = try heights(a: positions[0], b: positions[1], call)
        let isLogarithmic = try !call.logarithmic(among: "z").isEmpty
        let levels = try BuiltIns.levels(call)
        let title = try call.text("title")
        return try call.figure { () throws(FigureError) in
            let field = try Field(x: positions[0], y: positions[1], heights: heights)
            let colors = try ColorScale(of: heights, scale: isLogarithmic ? .logarithmic : .linear)
            let layers =
                [.contours(Contours(field, colors: colors, levels: levels(colors)))] + (try movements())
            return Figure(
                .panel(try Panel(title: title, x: Axis(label: names.u), y: Axis(label: names.v), layers: layers)))
        }
    }

    private func movements() throws(FigureError) -> [Panel.Layer] {
        var layers: [Panel.Layer] = []
        for (label, place) in steps {
            // A step that leaves the plane is drawn shorter than it is, and says so.
            let share = Int((place.share * 100).rounded(.down))
            layers.append(
                .arrows(
                    try Arrows(
                        from: [(0, 0)], by: [(place.a, place.b)],
                        label: share < 99 ? "\(label) (\(share)% in the plane)" : label)))
        }
        if !path.isEmpty {
            layers.append(
                .series(try Series(path.map(\.b), over: path.map(\.a), label: "path", marks: .linesAndPoints)))
        }
        layers.append(.series(try Series([0], over: [0], label: "θ", marks: .points)))
        return layers
    }

    /// What is shown of the plane: `span` in both directions, or what holds all that moves, or ±1.
    private func spans(
        _ call: Call
    ) throws(Diagnostic) -> (a: (low: Double, high: Double), b: (low: Double, high: Double)) {
        if let value = call.optional("span") {
            if case .tensor(let operand) = value, operand.shape.isScalar {
                let half = try call.evaluator.known(operand, call.span("span")).double(at: 0)
                guard half > 0, half.isFinite else {
                    throw Diagnostic(
                        .evaluation, "span is positive, found \(value.inlineText)", at: call.span("span"),
                        help: "span: s for −s to s, or span: [low, high]")
                }
                return ((-half, half), (-half, half))
            }
            if let ends = try call.interval("span") { return (ends, ends) }
        }
        let places = steps.map(\.place) + path
        let (a, b) = (places.map(\.a) + [0], places.map(\.b) + [0])
        let extents = [a, b].map { ($0.max() ?? 0) - ($0.min() ?? 0) }
        guard let largest = extents.max(), largest > 0, largest.isFinite else { return ((-1, 1), (-1, 1)) }
        // In the directions where little moves, half as much is shown as where most does.
        let spans = zip([a, b], extents).map { values, extent in
            let middle = ((values.min() ?? 0) + (values.max() ?? 0)) / 2
            let half = max(extent * 0.8, largest * 0.4)
            return (low: middle - half, high: middle + half)
        }
        return (spans[0], spans[1])
    }
}
