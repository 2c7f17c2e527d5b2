package import Tensors

/// Loops over memory that no library has: each writes every element of its output.
package enum Loops {
    /// The sum over some axes, which the output does not have.
    package static func sum(_ input: TensorView, over axes: [Int], into output: TensorView) {
        if output.type.element == .float64 {
            sum(input, axes, output, Double.self)
        } else {
            sum(input, axes, output, Float.self)
        }
    }

    private static func sum<T: BinaryFloatingPoint>(
        _ input: TensorView, _ axes: [Int], _ output: TensorView, _: T.Type
    ) {
        let x = UnsafePointer(input.base.assumingMemoryBound(to: T.self))
        let y = output.base.assumingMemoryBound(to: T.self)
        for position in 0..<output.count { y[position] = 0 }
        if input.count == 0 { return }
        // An element of the input goes to the output along a stride of 0 in the summed axes.
        var strides = [Int](repeating: 0, count: input.shape.rank)
        var stride = 1
        for axis in strides.indices.reversed() where !axes.contains(axis) {
            strides[axis] = stride
            stride *= input.shape[axis]
        }
        // Summed axes stay apart: each run is summed by itself, and the sums of short runs lose less than a long one.
        let layouts = LayoutPair(input.shape.sizes, input.shape.strides, strides, joiningRepeats: false)
        let (rows, xRow, yRow) = (layouts.row.size, layouts.row.a, layouts.row.b)
        let (length, sumsRuns) = (layouts.last.size, layouts.last.b == 0)
        layouts.forEachPlane { a, b in
            if sumsRuns {
                for row in 0..<rows { y[b + row * yRow] += runSum(x + (a + row * xRow), length) }
            } else {
                // The axis before is summed: were it not, the two would be one.
                addRows(x + a, rows, xRow, to: y + b, length)
            }
        }
    }

    /// Adds rows to an output, one after the other: several in one pass, for the output is then read and written once.
    private static func addRows<T: BinaryFloatingPoint>(
        _ x: UnsafePointer<T>, _ rows: Int, _ xRow: Int, to y: UnsafeMutablePointer<T>, _ length: Int
    ) {
        var row = 0
        while row + 4 <= rows {
            let first = x + row * xRow
            let (second, third, fourth) = (first + xRow, first + 2 * xRow, first + 3 * xRow)
            for step in 0..<length {
                y[step] = (((y[step] + first[step]) + second[step]) + third[step]) + fourth[step]
            }
            row += 4
        }
        while row < rows {
            let only = x + row * xRow
            for step in 0..<length { y[step] += only[step] }
            row += 1
        }
    }

    /// In eight strands, so that the processor need not wait for one addition to begin the next.
    private static func runSum<T: BinaryFloatingPoint>(_ x: UnsafePointer<T>, _ count: Int) -> T {
        var strands: (T, T, T, T, T, T, T, T) = (0, 0, 0, 0, 0, 0, 0, 0)
        var position = 0
        while position + 8 <= count {
            strands.0 += x[position]
            strands.1 += x[position + 1]
            strands.2 += x[position + 2]
            strands.3 += x[position + 3]
            strands.4 += x[position + 4]
            strands.5 += x[position + 5]
            strands.6 += x[position + 6]
            strands.7 += x[position + 7]
            position += 8
        }
        var rest: T = 0
        while position < count {
            rest += x[position]
            position += 1
        }
        let (left, right) = (
            (strands.0 + strands.1) + (strands.2 + strands.3), (strands.4 + strands.5) + (strands.6 + strands.7)
        )
        return left + right + rest
    }

    /// The positions of the largest elements along an axis: the lowest on a tie, the first NaN where there is one.
    package static func argumentOfMaximum(_ input: TensorView, along axis: Int, into output: TensorView) {
        let shape = input.shape
        let stride = shape.strides[axis]
        let y = output.elements(as: Double.self)
        func find<T: BinaryFloatingPoint>(_: T.Type) {
            let x = input.elements(as: T.self)
            for position in 0..<output.count {
                let start = position / stride * stride * shape[axis] + position % stride
                var best = 0
                for step in 1..<max(shape[axis], 1) {
                    let (value, champion) = (x[start + step * stride], x[start + best * stride])
                    if value > champion || (value.isNaN && !champion.isNaN) { best = step }
                }
                y[position] = Double(best)
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
            for run in 0..<(length == 0 ? 0 : output.count / length) {
                let start = run / stride * stride * length + run % stride
                var total: T = 0
                for step in 0..<length {
                    let position = start + (fromBack ? length - 1 - step : step) * stride
                    total += x[position]
                    y[position] = total
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
            let values = (0..<length).map { input.double(at: row * length + $0) }
            let order = values.indices.sorted { a, b in
                if values[a].isNaN || values[b].isNaN { return !values[a].isNaN || (values[b].isNaN && a < b) }
                return values[a] == values[b] ? a < b : values[a] < values[b]
            }
            for (position, index) in order.enumerated() { y[row * length + position] = Double(index) }
        }
    }
}
