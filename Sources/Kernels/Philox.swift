internal import Glibc
package import Tensors

/// Philox 4×32 with 10 rounds: a counter-based generator, 128 random bits as a pure function of a key and a counter
/// (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3").
package struct Philox: Sendable {
    private let key: (UInt32, UInt32)

    package init(key: UInt64) { self.key = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)) }

    /// The block of a counter: four words.
    package func block(_ low: UInt64, _ high: UInt64 = 0) -> (UInt32, UInt32, UInt32, UInt32) {
        var c = (
            UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: low >> 32), UInt32(truncatingIfNeeded: high),
            UInt32(truncatingIfNeeded: high >> 32)
        )
        var k = key
        for _ in 0..<10 {
            let a = UInt64(c.0) &* 0xD251_1F53
            let b = UInt64(c.2) &* 0xCD9E_8D57
            c = (
                UInt32(truncatingIfNeeded: b >> 32) ^ c.1 ^ k.0, UInt32(truncatingIfNeeded: b),
                UInt32(truncatingIfNeeded: a >> 32) ^ c.3 ^ k.1, UInt32(truncatingIfNeeded: a)
            )
            k.0 &+= 0x9E37_79B9
            k.1 &+= 0xBB67_AE85
        }
        return c
    }

    /// Two numbers in (0, 1), of 53 bits each; never 0, so that their logarithms are finite.
    package func uniforms(_ counter: UInt64) -> (Double, Double) {
        let words = block(counter)
        return (Self.unit(words.0, words.1), Self.unit(words.2, words.3))
    }

    package static func unit(_ high: UInt32, _ low: UInt32) -> Double {
        let bits = (UInt64(high) << 32 | UInt64(low)) >> 11
        // The sum rounds to even: of the largest bits it would be 1.
        return min((Double(bits) + 0.5) * 0x1p-53, 1.0.nextDown)
    }

    /// Fills float64 memory with numbers uniform in (0, 1).
    package func fillUniform(_ view: TensorView) { fill(view) { ($0, $1) } }

    /// Fills float64 memory with standard normal numbers, in pairs by Box and Muller (1958).
    package func fillNormal(_ view: TensorView) {
        fill(view) { u, v in
            let radius = (-2 * log(u)).squareRoot()
            return (radius * cos(2 * .pi * v), radius * sin(2 * .pi * v))
        }
    }

    private func fill(_ view: TensorView, _ transform: (Double, Double) -> (Double, Double)) {
        let elements = view.elements(as: Double.self)
        // A pair takes as long as ten elements of other work.
        Stretches.forEach(of: (elements.count + 1) / 2, cost: 10) { range in
            for counter in range {
                let uniforms = uniforms(UInt64(counter))
                let pair = transform(uniforms.0, uniforms.1)
                elements[2 * counter] = pair.0
                if 2 * counter + 1 < elements.count { elements[2 * counter + 1] = pair.1 }
            }
        }
    }
}
