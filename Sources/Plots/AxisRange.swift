internal import Glibc
internal import Figures

/// The part of an axis that is drawn.
///
/// Computed here, not left to gnuplot: it warns about constant values and refuses some, and the character plot must show
/// the same.
struct AxisRange: Hashable {
    let low: Double
    let high: Double
    let scale: Axis.Scale
    /// Whether the low end is on the right or on top.
    let isReversed: Bool

    /// The span of the values that stand on the axis, widened by `margin` (a share of the span) on both sides, and never
    /// empty.
    ///
    /// - Parameter base: a value that stays at the end of the range where it is one, as that which bars stand on.
    init(of values: some Sequence<Double>, on axis: Axis, margin: Double, base: Double? = nil) {
        var extent = Extent(of: axis)
        for value in values { extent.add(value) }
        self.init(extent, on: axis, margin: margin, base: base)
    }

    fileprivate init(_ extent: Extent, on axis: Axis, margin: Double, base: Double? = nil) {
        scale = axis.scale
        isReversed = axis.isReversed
        var (low, high) = extent.low > extent.high ? (1, 1) : (extent.low, extent.high)
        switch axis.scale {
        case .linear:
            // Below this share of the magnitude, tick labels could not tell the ends apart; below the smallest span, ticks
            // would vanish.
            let magnitude = max(low.magnitude, high.magnitude)
            if high - low <= max(1e-9 * magnitude, 1e-300) {
                let half = magnitude * 0.1
                (low, high) = half > 1e-300 ? (low - half, high + half) : (-1, 1)
            } else {
                let extra = (high - low) * margin
                (low, high) = (low == base ? low : low - extra, high == base ? high : high + extra)
            }
        case .logarithmic:
            if high <= low * (1 + 1e-9) {
                (low, high) = (low / 2, high * 2)
            } else {
                // log10 of the ratio, not the ratio: that could overflow.
                let extra = pow(10, (log10(high) - log10(low)) * margin)
                // A margin of the widest range must not leave the numbers there are.
                (low, high) = (max(low / extra, 1e-305), min(high * extra, 1e305))
            }
        }
        self.low = low
        self.high = high
    }

    /// Where a value lies: 0 at the low end, 1 at the high end.
    func position(of value: Double) -> Double {
        let share =
            switch scale {
            case .linear: (value - low) / (high - low)
            case .logarithmic: (log10(value) - log10(low)) / (log10(high) - log10(low))
            }
        return isReversed ? 1 - share : share
    }

    /// The value at a position, the opposite of `position(of:)`.
    func value(at position: Double) -> Double {
        let share = isReversed ? 1 - position : position
        return switch scale {
        case .linear: low * (1 - share) + high * share
        case .logarithmic: pow(10, log10(low) * (1 - share) + log10(high) * share)
        }
    }

    /// The multiples of a tick step within a linear range.
    func ticks(limit: Int) -> [Double] {
        let step = tickStep(limit: limit)
        let (first, last) = ((low / step - 1e-9).rounded(.up), (high / step + 1e-9).rounded(.down))
        guard first <= last, last - first < 1000 else { return [] }
        // Adding zero turns −0 into 0.
        return stride(from: first, through: last, by: 1).map { $0 * step + 0 }
    }

    /// The smallest of 1, 2 and 5 times a power of ten that divides the range into no more than `limit` parts.
    func tickStep(limit: Int) -> Double {
        let smallest = (high - low) / Double(max(1, limit))
        let power = pow(10, log10(smallest).rounded(.down))
        // The last always satisfies; dividing keeps 0.1 and the like the closest numbers to what they are called.
        let factor = [1.0, 2, 5].first { $0 * power >= smallest * (1 - 1e-9) } ?? 10
        return power < 1 ? factor / pow(10, -log10(power).rounded()) : factor * power
    }
}

/// The least and the greatest of the values that stand on an axis.
fileprivate struct Extent {
    private let axis: Axis
    private(set) var low = Double.infinity
    private(set) var high = -Double.infinity

    init(of axis: Axis) { self.axis = axis }

    mutating func add(_ value: Double) {
        guard axis.holds(value) else { return }
        if value < low { low = value }
        if value > high { high = value }
    }

    static func += (extent: inout Extent, values: [Double]) {
        for value in values { extent.add(value) }
    }
}

extension Panel {
    /// The ranges that show everything in the panel. Points keep clear of the frame; lines may start on it; a map reaches
    /// it on all sides.
    ///
    /// - Parameter margins: the least shares of the spans that stay free on each side.
    func ranges(margins: (x: Double, y: Double) = (0, 0)) -> (x: AxisRange, y: AxisRange) {
        var xs = Extent(of: x)
        var ys = Extent(of: y)
        var hasPoints = false
        var hasBars = false
        for layer in layers {
            switch layer {
            case .series(let series):
                if series.marks != .lines { hasPoints = true }
                for (index, (x, y)) in zip(series.x, series.y).enumerated() where holds(x: x, y: y) {
                    xs.add(x)
                    ys.add(y)
                    guard let band = series.band else { continue }
                    ys.add(band.low[index])
                    ys.add(band.high[index])
                }
            case .guide(.horizontal(let value)): ys.add(value)
            case .guide(.vertical(let value)): xs.add(value)
            case .bars(let bars):
                hasBars = true
                for box in bars.boxes {
                    xs += [box.left, box.right]
                    ys.add(box.height)
                }
                if y.scale == .linear { ys.add(0) }
                // Categories stand clear of the frame, and the bins of a histogram need not.
                if !x.names.isEmpty { xs += [-0.5, Double(x.names.count) - 0.5] }
            case .arrows(let arrows):
                hasPoints = true
                for arrow in arrows.arrows where Arrows.canBeDrawn(arrow) {
                    xs += [arrow.x, arrow.x + arrow.dx]
                    ys += [arrow.y, arrow.y + arrow.dy]
                }
            case .heatmap(let heatmap):
                xs += [-0.5, Double(heatmap.cells.columns) - 0.5]
                ys += [-0.5, Double(heatmap.cells.rows) - 0.5]
            case .contours(let contours):
                xs += contours.field.x
                ys += contours.field.y
            case .picture(let picture):
                let mosaic = Mosaic(picture)
                xs += [-0.5, Double(mosaic.columns) - 0.5]
                ys += [-0.5, Double(mosaic.rows) - 0.5]
            }
        }
        if map != nil { return (AxisRange(xs, on: x, margin: 0), AxisRange(ys, on: y, margin: 0)) }
        return (
            AxisRange(xs, on: x, margin: max(margins.x, hasPoints ? 0.02 : 0)),
            AxisRange(ys, on: y, margin: max(margins.y, 0.04), base: hasBars ? 0 : nil)
        )
    }
}
