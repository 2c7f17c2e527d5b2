/// A plot as pure data: what to draw, not how or where.
///
/// A figure that exists can be drawn: whatever has no place on its axes was refused when it was made.
public struct Figure: Hashable, Sendable {
    /// What fills the figure.
    public enum Content: Hashable, Sendable {
        case panel(Panel)
        case surface(Surface)
        /// Several figures, side by side and above each other.
        case tiles(Tiles)
    }

    public let content: Content

    public init(_ content: Content) {
        self.content = content
    }

    /// A figure of curves over common positions (or over their indices 0, 1, 2, … without any).
    ///
    /// ```swift
    /// try Figure(curves: [maml, reptile], over: steps, labels: ["MAML", "Reptile"], log: "y", x: "step", y: "loss")
    /// ```
    ///
    /// - Parameters:
    ///   - bands: one for each curve (nil: no band), or none.
    ///   - labels: one for each curve, or none.
    ///   - log: the logarithmic axes, `""`, `"x"`, `"y"` or `"xy"`.
    /// - Throws: `FigureError`, as `Series` and `Panel` do, and for labels or axes that do not fit.
    public init(
        curves: [[Double]], over positions: [Double]? = nil, bands: [Series.Band?] = [], labels: [String] = [],
        marks: Series.Marks = .lines,
        log: String = "", title: String? = nil, x: String? = nil, y: String? = nil, guides: [Guide] = [],
        showsLegend: Bool = true
    ) throws(FigureError) {
        guard labels.isEmpty || labels.count == curves.count else {
            throw FigureError("\(labels.count) labels for \(curves.count) curves; give one for each, or none")
        }
        guard bands.isEmpty || bands.count == curves.count else {
            throw FigureError("\(bands.count) bands for \(curves.count) curves; give one for each, or none")
        }
        guard ["", "x", "y", "xy", "yx"].contains(log) else {
            throw FigureError("log: \"\(log)\" names no axes; wanted \"x\", \"y\" or \"xy\"")
        }
        var layers = guides.map(Panel.Layer.guide)
        for (index, values) in curves.enumerated() {
            let label = labels.isEmpty ? nil : labels[index]
            let band = bands.isEmpty ? nil : bands[index]
            let series =
                if let positions {
                    try Series(values, over: positions, label: label, marks: marks, band: band)
                } else {
                    try Series(values, label: label, marks: marks, band: band)
                }
            layers.append(.series(series))
        }
        let panel = try Panel(
            title: title,
            x: Axis(label: x, scale: log.contains("x") ? .logarithmic : .linear),
            y: Axis(label: y, scale: log.contains("y") ? .logarithmic : .linear),
            layers: layers, showsLegend: showsLegend)
        self.init(.panel(panel))
    }
}
