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

    /// The span of the values that stand on the axis, widened by `margin` (a share of the span) on both sides, and never
    /// empty.
    init(of values: some Sequence<Double>, on axis: Axis, margin: Double) {
        scale = axis.scale
        var low = Double.infinity
        var high = -Double.infinity
        for value in values where axis.holds(value) {
            low = min(low, value)
            high = max(high, value)
        }
        if low > high { (low, high) = (1, 1) }
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
                (low, high) = (low - extra, high + extra)
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
        switch scale {
        case .linear: (value - low) / (high - low)
        case .logarithmic: (log10(value) - log10(low)) / (log10(high) - log10(low))
        }
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

extension Panel {
    /// The ranges that show everything in the panel. Points keep clear of the frame; lines may start on it.
    ///
    /// - Parameter margins: the least shares of the spans that stay free on each side.
    func ranges(margins: (x: Double, y: Double) = (0, 0)) -> (x: AxisRange, y: AxisRange) {
        var xs: [Double] = []
        var ys: [Double] = []
        var hasPoints = false
        for series in series {
            if series.marks != .lines { hasPoints = true }
            for (x, y) in zip(series.x, series.y) where holds(x: x, y: y) {
                xs.append(x)
                ys.append(y)
            }
        }
        for guide in guides {
            switch guide {
            case .horizontal(let value): ys.append(value)
            case .vertical(let value): xs.append(value)
            }
        }
        return (
            AxisRange(of: xs, on: x, margin: max(margins.x, hasPoints ? 0.02 : 0)),
            AxisRange(of: ys, on: y, margin: max(margins.y, 0.04))
        )
    }
}
