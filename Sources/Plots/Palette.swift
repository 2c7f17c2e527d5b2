/// Colours from low to high.
enum Palette {
    /// Matplotlib's viridis (Smith and van der Walt): even steps of lightness, told apart with any colour vision and in
    /// grey.
    static let viridis = [
        0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725,
    ]
    /// A pale palette for maps that are drawn over.
    static let pale = viridis.map { mixed($0, with: 0xffffff, share: 0.45) }
    static let grey = [0x000000, 0xffffff]

    /// gnuplot's command for it.
    static func command(_ colors: [Int]) -> String {
        let stops = colors.enumerated().map { "\($0.offset) '\(hexadecimal($0.element))'" }
        return "set palette defined (\(stops.joined(separator: ", ")))"
    }

    static func hexadecimal(_ color: Int) -> String {
        let digits = String(color, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The colour at a position, 0 to 1.
    static func color(_ colors: [Int], at position: Double) -> Int {
        let place = min(max(position, 0), 1) * Double(colors.count - 1)
        let index = min(Int(place), colors.count - 2)
        return mixed(colors[index], with: colors[index + 1], share: place - Double(index))
    }

    /// Whether black reads better than white on a colour, by the weights of Rec. 709.
    static func isLight(_ color: Int) -> Bool {
        let (red, green, blue) = parts(color)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 125
    }

    /// The nearest colour of a terminal's 6 × 6 × 6 cube, as its number among 256.
    static func terminalColor(_ color: Int) -> Int {
        let (red, green, blue) = parts(color)
        // The cube's levels are 0, 95, 135, 175, 215 and 255.
        let level = { (part: Double) -> Int in
            if part < 48 { return 0 }
            return part < 115 ? 1 : min(5, Int((part - 35) / 40))
        }
        return 16 + 36 * level(red) + 6 * level(green) + level(blue)
    }

    private static func parts(_ color: Int) -> (red: Double, green: Double, blue: Double) {
        (Double(color >> 16 & 0xff), Double(color >> 8 & 0xff), Double(color & 0xff))
    }

    private static func mixed(_ a: Int, with b: Int, share: Double) -> Int {
        let (a, b) = (parts(a), parts(b))
        let mix = { (a: Double, b: Double) in Int((a * (1 - share) + b * share).rounded()) }
        return mix(a.red, b.red) << 16 | mix(a.green, b.green) << 8 | mix(a.blue, b.blue)
    }
}
