import InstructionSets
import Testing
import VectorMath

@Suite struct TransposeTests {
    private func expectTransposed<T: KernelElement>(_ rows: Int, _ columns: Int, gap: Int, _: T.Type) throws {
        let (xRow, yRow) = (columns + gap, rows + gap)
        // Only the elements, up to the last of the last row, are there to be read and written.
        let x = (0..<(rows - 1) * xRow + columns).map { T($0) }
        for fence in FencedArray<T>.Fence.allCases {
            let from = try FencedArray(x, fence)
            let to = try FencedArray([T](repeating: -1, count: (columns - 1) * yRow + rows), fence)
            T.transpose(
                try #require(from.elements.baseAddress), xRow, try #require(to.elements.baseAddress), yRow, rows,
                columns)
            for (position, value) in to.elements.enumerated() {
                let (j, i) = (position / yRow, position % yRow)
                #expect(value == (i < rows ? x[i * xRow + j] : -1), "\(rows)×\(columns) at \(i), \(j)")
            }
            #expect(to.isIntact)
        }
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `every element lands in its place and nothing between the rows is touched`(
        _ set: VectorMathInstructionSet
    ) throws {
        try set {
            for rows in [1, 2, 3, 4, 7, 8, 9, 16, 23, 70] {
                for columns in [1, 2, 3, 4, 5, 8, 13, 64, 65, 131] {
                    for gap in [0, 3] {
                        try expectTransposed(rows, columns, gap: gap, Double.self)
                        try expectTransposed(rows, columns, gap: gap, Float.self)
                    }
                }
            }
        }
    }
}
