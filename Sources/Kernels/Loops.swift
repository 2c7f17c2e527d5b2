internal import CSignals
package import Tensors

/// Loops over memory that no library has: each writes every element of its output, unless the user interrupts.
package enum Loops {
    /// The positions of the largest elements along an axis: the lowest on a tie, the first NaN where there is one.
    package static func argumentOfMaximum(_ input: TensorView, along axis: Int, into output: TensorView) {
        let shape = input.shape
        let stride = shape.strides[axis]
        let y = output.elements(as: Double.self)
        func find<T: BinaryFloatingPoint>(_: T.Type) {
            let x = input.elements(as: T.self)
            Stretches.forEach(of: output.count, cost: shape[axis]) { positions in
                for position in positions {
                    let start = position / stride * stride * shape[axis] + position % stride
                    var best = 0
                    Stretches.forEach(of: shape[axis]) { steps in
                        for step in steps {
                            let (value, champion) = (x[start + step * stride], x[start + best * stride])
                            if value > champion || (value.isNaN && !champion.isNaN) { best = step }
                        }
                    }
                    y[position] = Double(best)
                }
            }
        }
        if input.type.element == .float64 { find(Double.self) } else { find(Float.self) }
    }

    /// The running sum along an axis, from the front or from the back.
    package static func runningSum(_ input: TensorView, along axis: Int, fromBack: Bool, into output: TensorView) {
        let shape = output.shape
        let stride = shape.strides[axis]
        let length = shape[axis]
        func add<T: BinaryFloatingPoint>(_: T.Type) {
            let (x, y) = (input.elements(as: T.self), output.elements(as: T.self))
            Stretches.forEach(of: length == 0 ? 0 : output.count / length, cost: length) { runs in
                for run in runs {
                    let start = run / stride * stride * length + run % stride
                    var total: T = 0
                    Stretches.forEach(of: length) { steps in
                        for step in steps {
                            let position = start + (fromBack ? length - 1 - step : step) * stride
                            total += x[position]
                            y[position] = total
                        }
                    }
                }
            }
        }
        if output.type.element == .float64 { add(Double.self) } else { add(Float.self) }
    }

    /// The positions that would sort along the last axis, ascending; equal elements keep their order, NaN comes last.
    package static func argumentSort(_ input: TensorView, into output: TensorView) {
        let length = output.shape.sizes.last ?? 1
        let y = output.elements(as: Double.self)
        for row in 0..<(length == 0 ? 0 : output.count / length) {
            if row % 64 == 63, signals_interrupted() { return }
            let values = (0..<length).map { input.double(at: row * length + $0) }
            let order = length < longSort ? sortedOrder(of: values) : Abandonable.run { sortedOrder(of: values) } ?? []
            for (position, index) in order.enumerated() { y[row * length + position] = Double(index) }
        }
    }

    /// The elements from which sorting is worth a thread of its own, which an interrupt leaves behind.
    private static let longSort = 1 << 16

    private static func sortedOrder(of values: [Double]) -> [Int] {
        values.indices.sorted { a, b in
            if values[a].isNaN || values[b].isNaN { return !values[a].isNaN || (values[b].isNaN && a < b) }
            return values[a] == values[b] ? a < b : values[a] < values[b]
        }
    }
}
