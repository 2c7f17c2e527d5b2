import SeededNumbers
/// Arguments to try kernels with.
enum Samples {
    /// Zeros, infinities, NaN, subnormals, and the edges of each function's domain and range.
    static let special = magnitudes + magnitudes.map { -$0 }

    private static let magnitudes: [Double] = [
        0, 1, 2, 3, 4, 5, 6, 9, 0.5, 2.5, 30, 0.999_999, 1e-8, 0x1.fffffffffffffp-1, 0x1.0000000000001p0, 36.7, 37,
        14.9, 15, 124.9, 125, 39_000, 88.7, 88.8, 87.4, 103, 103.9, 104, 708.5, 709.78, 709.782_712, 709.79, 744, 745,
        745.2, 746, 800, 0xffffffp0, 0x1p24, 0x1fffffffffffffp0, 0x1p53, 0x1.0000000000001p53, 1e15, 1e22, 1e38, 3e38,
        1e300, 1e307, 2e307, 0x1.fffffep127, 0x1p-126, 0x1p-149, 1e-40, 0x1p-1030, .greatestFiniteMagnitude,
        .leastNormalMagnitude, .leastNonzeroMagnitude, .infinity, .nan,
    ]

    /// Shuffled values of every size, `special` among them: any bits at all, and where the functions have their shape.
    static func mixed<T: BinaryFloatingPoint>(_ count: Int, seed: UInt64, bits: (UInt64) -> T) -> [T] {
        var generator = SplitMix64(seed: seed)
        let random = (0..<count).map { index in
            switch index % 5 {
            case 0: bits(generator.next())
            case 1: T(Double.random(in: -10...10, using: &generator))
            case 2: T(Double.random(in: -800...800, using: &generator))
            case 3:
                T(
                    sign: Bool.random(using: &generator) ? .plus : .minus,
                    exponent: T.Exponent(Int.random(in: -40...6, using: &generator)),
                    significand: T(Double.random(in: 1..<2, using: &generator)))
            default: T(Double.random(in: -1e15...1e15, using: &generator))
            }
        }
        return (special.map { T($0) } + random).shuffled(using: &generator)
    }

    static func doubles(_ count: Int, seed: UInt64) -> [Double] {
        mixed(count, seed: seed) { Double(bitPattern: $0) }
    }

    static func floats(_ count: Int, seed: UInt64) -> [Float] {
        mixed(count, seed: seed) { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) }
    }
}
