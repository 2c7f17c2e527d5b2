internal import Tensors

/// A column of a table while it is read: numbers or text, as its first cell that is not empty says.
struct TableColumn {
    private enum Kind {
        case undecided(empty: Int)
        case numbers
        case text([String])
    }

    /// Why a cell does not go into its column.
    enum Fault: Error {
        case noNumber(String)
        case empty
        /// Cells above are empty, and this one is the first number.
        case emptyAbove
        case notText
    }

    let name: String?
    private var kind: Kind
    /// Where the numbers go: a tensor of its own, or a column of the table's matrix.
    private var tensor: Tensor?
    private var base: UnsafeMutablePointer<Double>?
    private let stride: Int
    private let capacity: Int

    /// A column that may hold so many rows.
    init(name: String?, capacity: Int) {
        self.name = name
        self.capacity = capacity
        kind = .undecided(empty: 0)
        stride = 1
    }

    /// A column of numbers in a matrix, which outlives the column.
    init(_ index: Int, of matrix: Tensor) {
        name = nil
        capacity = matrix.shape[0]
        kind = .numbers
        stride = matrix.shape[1]
        base = matrix.view.elements(as: Double.self).baseAddress?.advanced(by: index)
    }

    /// Takes the cell of a row, counted from 0.
    mutating func take(_ cell: CellScanner.Cell, _ scanner: CellScanner, row: Int) throws(Fault) {
        switch kind {
        case .numbers:
            guard let number = NumberText.value(scanner.bytes(of: cell)) else {
                if cell.start == cell.end { throw .empty }
                throw .noNumber(scanner.string(of: cell) ?? "a cell that is not UTF-8")
            }
            base?[row * stride] = number
        case .text(var strings):
            // Not two owners of the array while it grows.
            kind = .numbers
            defer { kind = .text(strings) }
            guard let string = scanner.string(of: cell) else { throw .notText }
            strings.append(string)
        case .undecided(let empty):
            if cell.start == cell.end {
                kind = .undecided(empty: empty + 1)
            } else if NumberText.value(scanner.bytes(of: cell)) != nil {
                if empty > 0 { throw .emptyAbove }
                let tensor = Tensor(uninitialized: TensorType([capacity]))
                base = tensor.view.elements(as: Double.self).baseAddress
                self.tensor = tensor
                kind = .numbers
                try take(cell, scanner, row: row)
            } else {
                kind = .text([String](repeating: "", count: empty))
                try take(cell, scanner, row: row)
            }
        }
    }

    /// What the column holds after so many rows.
    func datum(rows: Int) -> Datum {
        switch kind {
        case .numbers: tensor.map { .tensor($0.reshaped([rows])) } ?? .list([])
        case .text(let strings): .strings(strings)
        case .undecided: rows == 0 ? .tensor(Tensor(vector: [])) : .strings([String](repeating: "", count: rows))
        }
    }
}
