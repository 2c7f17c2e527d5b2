internal import Glibc

/// The labelled places of a logarithmic axis.
///
/// Ours rather than gnuplot's, whose labels are either `0.0001` or need the markup mode that titles must not have.
struct LogarithmicTicks {
    struct Tick: Hashable {
        let value: Double
        let mantissa: Int
        let exponent: Int
    }

    /// Ascending.
    let ticks: [Tick]

    /// Powers of ten, every n-th so that there are at most `limit`; with 2 and 5 between where there are fewer than two.
    init(in range: AxisRange, limit: Int) {
        let first = Int((log10(range.low) - 1e-9).rounded(.up))
        let last = Int((log10(range.high) + 1e-9).rounded(.down))
        if last > first {
            let step = max(1, (last - first) / max(1, limit) + 1)
            // Multiples of the step, so that 10⁰ is among them whatever the ends.
            ticks = (first...last).filter { $0.isMultiple(of: step) }.map(LogarithmicTicks.power)
            return
        }
        ticks = (first - 1...first + 1).flatMap { exponent in
            [1, 2, 5].map { Tick(value: pow(10, Double(exponent)) * Double($0), mantissa: $0, exponent: exponent) }
        }.filter { $0.value >= range.low * (1 - 1e-9) && $0.value <= range.high * (1 + 1e-9) }
    }

    private static func power(_ exponent: Int) -> Tick {
        Tick(value: pow(10, Double(exponent)), mantissa: 1, exponent: exponent)
    }

    /// `10⁻³`, `2·10⁻³`, and plainly `1` or `20` near one; without Unicode `1e-3`, `2e-3`.
    static func label(_ tick: Tick, unicode: Bool) -> String {
        if (0...2).contains(tick.exponent) {
            return String(tick.mantissa) + String(repeating: "0", count: tick.exponent)
        }
        guard unicode else { return "\(tick.mantissa)e\(tick.exponent)" }
        let power = "10" + raised(tick.exponent)
        return tick.mantissa == 1 ? power : "\(tick.mantissa)·\(power)"
    }

    /// A number in raised digits.
    static func raised(_ number: Int) -> String { String(String(number).compactMap { superscripts[$0] }) }

    private static let superscripts: [Character: Character] = [
        "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    ]
}
