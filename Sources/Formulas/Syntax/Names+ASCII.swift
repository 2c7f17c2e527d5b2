extension Names {
    private static let letterNames = Dictionary(
        greek.compactMap { name, letter in letter.unicodeScalars.first.map { ($0, name) } }
            + [("∏", "prod"), ("ℓ", "ell")],
        uniquingKeysWith: { first, _ in first })

    /// A name as any keyboard types it: `θ₁₀` is `theta_10`, `g₁⁽²⁾` is `g_1__2`. Letters of other alphabets stay;
    /// a Greek subscript is spelt out for reading only, as only a stem is folded.
    public static func ascii(_ name: String) -> String {
        var result = ""
        var isLowered = false
        for scalar in name.unicodeScalars {
            let wasLowered = isLowered
            isLowered = Scripts.subscripts[scalar] != nil
            if let plain = Scripts.subscripts[scalar] {
                result += (wasLowered ? "" : "_") + (letterNames[plain] ?? String(plain))
            } else if scalar == "⁽" {
                result += "__"
            } else if scalar != "⁾" {
                result += letterNames[scalar] ?? String(Scripts.superscripts[scalar] ?? scalar)
            }
        }
        return result
    }
}
