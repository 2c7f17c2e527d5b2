package import Tensors

extension TensorView {
    /// One of `count` equal parts, as float64.
    package func doubles(_ part: Int, of count: Int) -> [Double] {
        let size = self.count / max(count, 1)
        return (part * size..<(part + 1) * size).map(double)
    }

    /// Writes one of `count` equal parts.
    package func write(_ values: [Double], _ part: Int, of count: Int) {
        let start = part * (self.count / max(count, 1))
        for (position, value) in values.enumerated() {
            if type.element == .float64 {
                elements(as: Double.self)[start + position] = value
            } else {
                elements(as: Float.self)[start + position] = Float(value)
            }
        }
    }
}
