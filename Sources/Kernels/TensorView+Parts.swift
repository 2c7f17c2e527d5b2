package import Tensors

extension TensorView {
    /// One of `count` equal parts, as float64.
    package func doubles(_ part: Int, of count: Int) -> [Double] {
        let size = self.count / max(count, 1)
        let range = part * size..<(part + 1) * size
        switch type.element {
        case .float64: return Array(elements(as: Double.self)[range])
        case .float32: return elements(as: Float.self)[range].map { Double($0) }
        case .truth: return range.map(double)
        }
    }

    /// Writes one of `count` equal parts.
    package func write(_ values: [Double], _ part: Int, of count: Int) {
        let start = part * (self.count / max(count, 1))
        if type.element == .float64 {
            _ = UnsafeMutableBufferPointer(rebasing: elements(as: Double.self)[start...]).update(from: values)
        } else {
            let target = elements(as: Float.self)
            for (position, value) in values.enumerated() { target[start + position] = Float(value) }
        }
    }
}
