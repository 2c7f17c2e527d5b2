internal import Tensors

/// Reads tables of cells, separated by commas or tabs (RFC 4180).
///
/// With a header, a record of the columns; without one, a matrix where the first row is all numbers, or else a list of
/// the columns. A column holds numbers, in a vector, or text, as its first cell that is not empty says. Empty lines
/// are left out. Rows and columns are counted from 1 in messages, as editors and spreadsheets do, the header being a
/// row too.
struct TableReader {
    let separator: UInt8

    func table(_ bytes: [UInt8], header: Bool?) throws(Malformed) -> Datum {
        let result = bytes.withUnsafeBufferPointer { text in
            Result { () throws(Malformed) in try table(text, header: header) }
        }
        return try result.get()
    }

    private func table(_ text: UnsafeBufferPointer<UInt8>, header: Bool?) throws(Malformed) -> Datum {
        var scanner = CellScanner(text, separator: separator)
        var row = 1
        while scanner.skipEmptyLine() { row += 1 }
        guard !scanner.isAtEnd else { throw Malformed("the file has no rows") }
        let beforeFirst = scanner
        let first = try cells(&scanner, row)
        let areNumbers = self.areNumbers(first, scanner)
        var hasHeader = header
        if hasHeader == nil { hasHeader = try looksLikeHeader(areNumbers, before: scanner, row) }
        var names: [String]?
        if hasHeader == true {
            names = try self.names(first, scanner, row)
            row += 1
        } else {
            scanner = beforeFirst
        }

        // Every row takes a byte for each of its cells, which bounds what an absurd file can ask for.
        let capacity = min(scanner.rowBound(), (text.count + 1) / first.count + 1)
        var matrix: Tensor?
        var columns: [TableColumn]
        if names == nil, !areNumbers.contains(false) {
            let whole = Tensor(uninitialized: TensorType([capacity, first.count]))
            matrix = whole
            columns = first.indices.map { TableColumn($0, of: whole) }
        } else {
            columns = first.indices.map { TableColumn(name: names?[$0], capacity: capacity) }
        }

        var count = 0
        while !scanner.isAtEnd {
            if scanner.skipEmptyLine() {
                row += 1
                continue
            }
            try take(&scanner, &columns, count, row)
            count += 1
            row += 1
        }
        if let matrix { return .tensor(matrix.reshaped([count, first.count])) }
        let data = columns.map { $0.datum(rows: count) }
        return names.map { .record(zip($0, data).map { Datum.Field($0, $1) }) } ?? .list(data)
    }

    private func areNumbers(_ cells: [CellScanner.Cell], _ scanner: CellScanner) -> [Bool] {
        cells.map { NumberText.value(scanner.bytes(of: $0)) != nil }
    }

    /// A header holds no numbers, or has names above numbers: the years in it may be numbers themselves.
    private func looksLikeHeader(
        _ areNumbers: [Bool], before scanner: CellScanner, _ row: Int
    ) throws(Malformed) -> Bool {
        guard areNumbers.contains(true), areNumbers.contains(false) else { return areNumbers.contains(false) }
        var ahead = scanner
        var next = row + 1
        while ahead.skipEmptyLine() { next += 1 }
        guard !ahead.isAtEnd else { return false }
        let second = try cells(&ahead, next)
        return zip(areNumbers, self.areNumbers(second, ahead)).contains { !$0 && $1 }
    }

    /// One row into the columns.
    private func take(
        _ scanner: inout CellScanner, _ columns: inout [TableColumn], _ index: Int, _ row: Int
    ) throws(Malformed) {
        var column = 0
        var ending = CellScanner.Ending.separator
        while ending == .separator {
            let cell: CellScanner.Cell
            do throws(CellScanner.Fault) {
                (cell, ending) = try scanner.next()
            } catch {
                throw malformed(error, row, column)
            }
            if column < columns.count {
                do throws(TableColumn.Fault) {
                    try columns[column].take(cell, scanner, row: index)
                } catch {
                    throw malformed(error, row, column, columns[column].name)
                }
            }
            column += 1
        }
        guard column == columns.count else {
            let isCut = ending == .file && column < columns.count
            throw Malformed(
                "row \(row) has \(counted(column)), the first has \(columns.count)"
                    + (isCut ? "; the file ends in it, and may have been cut off" : ""))
        }
    }

    /// The cells of the first row.
    private func cells(_ scanner: inout CellScanner, _ row: Int) throws(Malformed) -> [CellScanner.Cell] {
        var cells: [CellScanner.Cell] = []
        var ending = CellScanner.Ending.separator
        while ending == .separator {
            do throws(CellScanner.Fault) {
                let next = try scanner.next()
                cells.append(next.cell)
                ending = next.ending
            } catch {
                throw malformed(error, row, cells.count)
            }
        }
        return cells
    }

    private func names(
        _ cells: [CellScanner.Cell], _ scanner: CellScanner, _ row: Int
    ) throws(Malformed) -> [String] {
        var names: [String] = []
        var places: [String: Int] = [:]
        for (column, cell) in cells.enumerated() {
            guard let text = scanner.string(of: cell) else { throw malformed(.notText, row, column) }
            // A table's column of row numbers often has no name.
            let name = text.allSatisfy(\.isWhitespace) ? "column_\(column + 1)" : text
            if let other = places.updateValue(column, forKey: name) {
                throw Malformed("columns \(other + 1) and \(column + 1) are both called '\(name)'")
            }
            names.append(name)
        }
        return names
    }

    private func malformed(_ fault: CellScanner.Fault, _ row: Int, _ column: Int) -> Malformed {
        switch fault {
        case .unclosedQuote: Malformed("row \(row), column \(column + 1): the quote that opens here is not closed")
        case .textAfterQuote:
            Malformed("row \(row), column \(column + 1): text follows the closing quote; a quote in quotes is doubled")
        }
    }

    private func malformed(
        _ fault: TableColumn.Fault, _ row: Int, _ column: Int, _ name: String? = nil
    ) -> Malformed {
        let place = "row \(row), column \(column + 1)" + (name.map { " (\($0))" } ?? "")
        switch fault {
        case .noNumber(let text):
            return Malformed("\(place): '\(text.prefix(40))' is no number, as the cells above it are")
        case .empty: return Malformed("\(place) is empty; in a column of numbers a missing one is written nan")
        case .emptyAbove:
            return Malformed(
                "\(place): a number, but the cells above it are empty; in a column of numbers a missing one is written nan"
            )
        case .notText: return Malformed("\(place): the text is not UTF-8")
        }
    }

    private func counted(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}
