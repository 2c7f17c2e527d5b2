/// One pair of axes and what is drawn on it.
public struct Panel: Hashable, Sendable {
    /// What can be drawn on a pair of axes.
    public enum Layer: Hashable, Sendable {
        case series(Series)
        case guide(Guide)
        case bars(Bars)
        case arrows(Arrows)
        case heatmap(Heatmap)
        case contours(Contours)
        case picture(Picture)
    }

    public let title: String?
    public let x: Axis
    public let y: Axis
    /// Later layers are drawn over earlier ones. At least one is no guide, each has something to draw on the axes, and
    /// one at most is a map: a heatmap, contours or a picture, which stands first.
    public let layers: [Layer]
    /// Whether a legend names the labelled layers.
    public let showsLegend: Bool

    /// - Throws: `FigureError` if nothing is to be drawn, a series has no point on the axes (not a finite one, or none
    ///   that is positive on a logarithmic axis), a guide has no place on its axis, or there are two maps.
    public init(
        title: String? = nil, x: Axis = Axis(), y: Axis = Axis(), layers: [Layer], showsLegend: Bool = true
    ) throws(FigureError) {
        self.title = title
        self.x = x
        self.y = y
        self.layers = layers.filter(\.isMap) + layers.filter { !$0.isMap }
        self.showsLegend = showsLegend
        guard layers.contains(where: { $0.isMap || $0.isNamed }) else {
            throw FigureError("there is no series to draw")
        }
        guard layers.count(where: \.isMap) < 2 else {
            throw FigureError("one panel has room for one map; tile two with grid(a, b)")
        }
        for layer in layers {
            switch layer {
            case .series(let series): try check(series)
            case .guide(.horizontal(let value)): try Panel.check(guideAt: value, on: y, called: "y")
            case .guide(.vertical(let value)): try Panel.check(guideAt: value, on: x, called: "x")
            case .bars(let bars): try check(bars)
            case .arrows, .heatmap, .contours, .picture: try checkLinear(layer)
            }
        }
    }

    /// The series among the layers, in order.
    public var series: [Series] {
        layers.compactMap { if case .series(let series) = $0 { series } else { nil } }
    }

    /// The one map among the layers.
    public var map: Layer? { layers.first.flatMap { $0.isMap ? $0 : nil } }

    /// The layers a legend can name, each with its place among them, which decides its look.
    public var named: [(place: Int, layer: Layer)] {
        layers.filter(\.isNamed).enumerated().map { (place: $0.offset, layer: $0.element) }
    }

    /// The guides among the layers, in order.
    public var guides: [Guide] {
        layers.compactMap { if case .guide(let guide) = $0 { guide } else { nil } }
    }

    /// Whether a point has a place on both axes; one that has none is a gap.
    public func holds(x: Double, y: Double) -> Bool {
        self.x.holds(x) && self.y.holds(y)
    }

    private func check(_ bars: Bars) throws(FigureError) {
        guard x.scale == .linear else {
            throw FigureError("bars stand on a linear x axis; log: \"y\" is the other one")
        }
        if bars.boxes.contains(where: { y.holds($0.height) && $0.height != 0 }) { return }
        switch y.scale {
        case .logarithmic:
            throw FigureError("\(bars.name) have no positive height, and the y axis is logarithmic")
        case .linear:
            if bars.boxes.contains(where: { y.holds($0.height) }) { return }
            throw FigureError("\(bars.name) have no finite height (the first is \(bars.boxes[0].height))")
        }
    }

    private func checkLinear(_ layer: Layer) throws(FigureError) {
        if x.scale == .linear, y.scale == .linear { return }
        throw FigureError("\(layer.kind) need linear x and y axes; take logarithms of the positions instead")
    }

    private func check(_ series: Series) throws(FigureError) {
        if zip(series.x, series.y).contains(where: { holds(x: $0, y: $1) }) { return }
        try Panel.check(series.x, on: x, called: "x", of: series)
        try Panel.check(series.y, on: y, called: "y", of: series)
        throw FigureError("\(series.name) has no point whose x and y can both be drawn")
    }

    private static func check(
        _ values: [Double], on axis: Axis, called name: String, of series: Series
    ) throws(FigureError) {
        if values.contains(where: axis.holds) { return }
        switch axis.scale {
        case .logarithmic where values.contains(where: \.isFinite):
            throw FigureError("\(series.name) has no positive \(name) value, and the \(name) axis is logarithmic")
        case .linear, .logarithmic:
            throw FigureError("\(series.name) has no finite \(name) value (the first is \(values[0]))")
        }
    }

    private static func check(guideAt value: Double, on axis: Axis, called name: String) throws(FigureError) {
        if axis.holds(value) { return }
        let wanted =
            switch axis.scale {
            case .linear: "a finite number"
            case .logarithmic: "positive, since the \(name) axis is logarithmic"
            }
        throw FigureError("the guide at \(name) = \(value) must be \(wanted)")
    }
}
