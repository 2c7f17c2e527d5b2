/// Numbers with a fixed count of decimals.
public enum Decimals {
    /// `2.00`, `-0.5`, `17`.
    ///
    /// - Parameter places: how many decimals, 0 to 3. The number has fewer than 15 digits before its point.
    public static func text(_ number: Double, places: Int) -> String {
        let scale = [1, 10, 100, 1000][places]
        let scaled = Int((number * Double(scale)).rounded())
        let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
        let sign = scaled < 0 ? "-" : ""
        return places == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\("\(UInt(scale) + rest)".dropFirst())"
    }
}
