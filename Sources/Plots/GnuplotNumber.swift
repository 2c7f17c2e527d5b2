/// Numbers on their way into a gnuplot command.
enum GnuplotNumber {
    /// Sixteen digits or fewer, as Swift prints them: gnuplot reads back the same number.
    ///
    /// A decimal point is always there: gnuplot would take bare digits for an integer of limited size.
    static func text(_ value: Double) -> String {
        value.isFinite ? "\(value)" : "NaN"
    }
}
