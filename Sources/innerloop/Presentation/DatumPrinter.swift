import Datasets
import Formulas
import Sentences
import Tensors
import Typography

/// Sets what a file of data holds: its kind, the shapes of its parts, and the beginning of each.
struct DatumPrinter {
    var appearance: Appearance

    /// Rows, fields and items that are shown.
    private static let most = 10

    func lines(of datum: Datum, from path: String) -> [String] {
        let name = String(path.split(separator: "/").last ?? "")
        var lines = [cut(Sentence.dataHolds(file: name, kind: kind(of: datum)).text)]
        switch datum {
        case .tensor(let tensor): lines += rows(of: tensor)
        case .string(let text):
            let all = text.split(whereSeparator: \.isNewline)
            lines += shortened(all.map { "  " + $0 }) { .moreLines(count: $0) }
        case .strings(let strings): lines += shortened(strings.map { "  " + $0 }) { .moreTexts(count: $0) }
        case .list(let items): lines += shortened(items.map { "  \(kind(of: $0))" }) { .moreItems(count: $0) }
        case .record(let fields): lines += table(of: fields)
        }
        return lines.map { cut($0.visible) }
    }

    /// What it is, in words, with its shape.
    private func kind(of datum: Datum) -> String {
        switch datum {
        case .tensor(let tensor):
            let shape = tensor.shape.sizes.map(String.init).joined(separator: ", ")
            return tensor.shape.isScalar
                ? Sentence.dataNumber(type: tensor.type.element).text : "[\(shape)], \(tensor.type.element)"
        case .string(let text): return Sentence.dataCharacters(count: text.count).text
        case .strings(let strings): return Sentence.dataTexts(count: strings.count).text
        case .list(let items): return Sentence.dataList(count: items.count).text
        case .record(let fields):
            let rows = Set(fields.map { Self.length(of: $0.value) })
            guard rows.count == 1, let count = rows.first.flatMap({ $0 }) else {
                return Sentence.dataFields(count: fields.count).text
            }
            return Sentence.dataTable(fields: fields.count, rows: count).text
        }
    }

    /// A line for each field: its name, what it is, and how it begins.
    private func table(of fields: [Datum.Field]) -> [String] {
        let shown = fields.prefix(4 * Self.most)
        let nameWidth = shown.map { DisplayWidth.of($0.name) }.max() ?? 0
        let kinds = shown.map { kind(of: $0.value) }
        let kindWidth = kinds.map { DisplayWidth.of($0) }.max() ?? 0
        let lines = zip(shown, kinds).map { field, kind in
            "  \(field.name.padded(to: nameWidth))   \(kind.padded(to: kindWidth))   \(beginning(of: field.value))"
        }
        let rest = fields.count - shown.count
        return lines + (rest > 0 ? ["  \(appearance.ellipsis) \(Sentence.moreFields(count: rest))"] : [])
    }

    private func rows(of tensor: Tensor) -> [String] {
        guard tensor.shape.rank >= 2, tensor.count > 0 else { return ["  " + beginning(of: .tensor(tensor))] }
        let size = tensor.count / tensor.shape.sizes[0]
        let rows = (0..<min(Self.most, tensor.shape.sizes[0])).map { row in
            "  " + numbers(of: tensor, from: row * size, count: size)
        }
        let rest = tensor.shape.sizes[0] - rows.count
        return rows + (rest > 0 ? ["  \(appearance.ellipsis) \(Sentence.moreRows(count: rest))"] : [])
    }

    /// The first of its items, on one line.
    private func beginning(of datum: Datum) -> String {
        switch datum {
        case .tensor(let tensor): numbers(of: tensor, from: 0, count: tensor.count)
        case .string(let text): text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        case .strings(let strings):
            strings.prefix(Self.most).joined(separator: ", ")
                + (strings.count > Self.most ? ", \(appearance.ellipsis)" : "")
        case .list(let items): items.prefix(3).map(kind).joined(separator: "; ")
        case .record(let fields): fields.prefix(Self.most).map(\.name).joined(separator: ", ")
        }
    }

    private func numbers(of tensor: Tensor, from start: Int, count: Int) -> String {
        let shown = (start..<(start + min(count, Self.most))).map { position in
            let number = tensor.double(at: position)
            return tensor.type.element == .truth ? "\(number != 0)" : Cell.text(of: number)
        }
        return shown.joined(separator: " ") + (count > Self.most ? " \(appearance.ellipsis)" : "")
    }

    private func shortened(_ lines: [String], rest: (Int) -> Sentence) -> [String] {
        guard lines.count > Self.most else { return lines }
        return lines.prefix(Self.most) + ["  \(appearance.ellipsis) \(rest(lines.count - Self.most))"]
    }

    /// How many rows a column has; nil where it is none.
    private static func length(of datum: Datum) -> Int? {
        switch datum {
        case .tensor(let tensor): tensor.shape.sizes.first
        case .strings(let strings): strings.count
        case .list(let items): items.count
        case .string, .record: nil
        }
    }

    private func cut(_ line: String) -> String { line.cut(to: appearance.columns, ellipsis: appearance.ellipsis) }
}
