import ArgumentParser

/// A number of bytes as it is typed: `500M`, `4G`, `4GB`.
struct ByteCount: ExpressibleByArgument {
    let bytes: Int

    init(bytes: Int) {
        self.bytes = bytes
    }

    /// In the largest unit that it is a whole number of.
    var text: String {
        let units = [(40, "T"), (30, "G"), (20, "M"), (10, "K")]
        guard let (power, unit) = units.first(where: { bytes > 0 && bytes % (1 << $0.0) == 0 }) else {
            return "\(bytes)"
        }
        return "\(bytes >> power)\(unit)"
    }

    init?(argument: String) {
        var text = argument.uppercased()[...]
        if text.last == "B" { text.removeLast() }
        let powers: [Character: Int] = ["K": 10, "M": 20, "G": 30, "T": 40]
        let power = text.last.flatMap { powers[$0] }
        if power != nil { text.removeLast() }
        guard let number = Double(text), number > 0, number * Double(1 << (power ?? 0)) < 1e18 else { return nil }
        bytes = Int(number * Double(1 << (power ?? 0)))
    }
}
