package import Tensors

/// The sum of a tensor's elements over some axes, which the result does not have.
package struct StridedSum {
    /// Parts of the sum that share no element of the output.
    private let parts: [(layouts: LayoutPair, a: Int, b: Int)]
    private let element: ElementType
    private let inputCount: Int
    private let outputCount: Int

    package init(_ input: TensorType, over axes: [Int]) {
        element = input.element
        inputCount = input.shape.count
        outputCount = input.shape.removing(axes).count
        // An element of the input goes to the output along a stride of 0 in the summed axes.
        var strides = [Int](repeating: 0, count: input.shape.rank)
        var stride = 1
        for axis in strides.indices.reversed() where !axes.contains(axis) {
            strides[axis] = stride
            stride &*= input.shape[axis]
        }
        // Summed axes stay apart: each run is summed by itself, and the sums of short runs lose less than a long one.
        let layouts = LayoutPair(input.shape.sizes, input.shape.strides, strides, joiningRepeats: false)
        // An element takes about half a nanosecond.
        parts = layouts.ranges(Workers.rangeCount(of: .max, nanoseconds: inputCount / 2))
    }

    package func run(_ input: UnsafeMutableRawPointer, _ output: UnsafeMutableRawPointer) {
        if element == .float64 { sum(input, output, Double.self) } else { sum(input, output, Float.self) }
    }

    private func sum<T: BinaryFloatingPoint>(
        _ input: UnsafeMutableRawPointer, _ output: UnsafeMutableRawPointer, _: T.Type
    ) {
        let x = UnsafePointer(input.assumingMemoryBound(to: T.self))
        let y = output.assumingMemoryBound(to: T.self)
        y.update(repeating: 0, count: outputCount)
        if inputCount == 0 { return }
        Workers.forEach(parts.count) { sum(parts[$0].layouts, x + parts[$0].a, y + parts[$0].b) }
    }

    private func sum<T: BinaryFloatingPoint>(
        _ layouts: LayoutPair, _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>
    ) {
        let (rows, xRow, yRow) = (layouts.row.size, layouts.row.a, layouts.row.b)
        let (length, sumsRuns) = (layouts.last.size, layouts.last.b == 0)
        layouts.forEachPlane { a, b in
            Stretches.forEach(of: rows, cost: length) { some in
                if sumsRuns {
                    for row in some { y[b + row * yRow] += longRunSum(x + (a + row * xRow), length) }
                } else {
                    // The axis before is summed: were it not, the two would be one.
                    Stretches.forEach(of: length, cost: some.count) { columns in
                        let first = a + some.lowerBound * xRow + columns.lowerBound
                        addRows(x + first, some.count, xRow, to: y + (b + columns.lowerBound), columns.count)
                    }
                }
            }
        }
    }

    /// Adds rows to an output, one after the other: several in one pass, for the output is then read and written once.
    private func addRows<T: BinaryFloatingPoint>(
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

    /// The sum of the sums of its stretches.
    private func longRunSum<T: BinaryFloatingPoint>(_ x: UnsafePointer<T>, _ count: Int) -> T {
        var total: T = 0
        Stretches.forEach(of: count) { total += runSum(x + $0.lowerBound, $0.count) }
        return total
    }

    /// In eight strands, so that the processor need not wait for one addition to begin the next.
    private func runSum<T: BinaryFloatingPoint>(_ x: UnsafePointer<T>, _ count: Int) -> T {
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
}
