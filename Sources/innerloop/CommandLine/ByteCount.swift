import ArgumentParser

/// A number of bytes as it is typed: `500M`, `4G`, `4GB`.
struct ByteCount: ExpressibleByArgument {
    let bytes: Int

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
