internal import Tensors

/// A tensor as text: numbers in brackets, rows aligned, long ones abbreviated with their shape, those of single precision
/// with their type.
struct TensorText {
    private let tensor: Tensor
    private let format: NumberFormat
    /// Items shown at each end of an axis that is abbreviated.
    private static let edge = 3
    /// The longest axis shown whole.
    private static let whole = 12
    /// The items shown along the last axis, where only so many fit.
    private var lastAxisRoom = Self.whole

    init(_ tensor: Tensor, _ format: NumberFormat = .short) {
        self.tensor = tensor
        self.format = format
    }

    private func element(_ position: Int) -> String {
        let value = tensor.double(at: position)
        return tensor.type.element == .truth ? (value != 0 ? "true" : "false") : format.text(value)
    }

    /// On one line.
    var inline: String { text(axis: 0, offset: 0, width: 0) { ", " } + note }

    /// In rows, in `width` columns.
    func block(width: Int) -> String {
        let shape = tensor.shape
        guard shape.rank >= 2, shape.count > 0 else {
            let line = text(axis: 0, offset: 0, width: 0) { ", " }
            if shape.rank == 0 || line.count + typedNote.count <= width {
                return line + (shape.rank == 0 ? "" : typedNote)
            }
            return wrapped(line, width) + (typedNote.isEmpty ? "" : "\n" + typedNote.drop { $0 == " " })
        }
        let longest = shownPositions(0, 0).map { element($0).count }.max() ?? 0
        // Brackets on both sides, a comma at the end, a comma and a blank between.
        let room = max(1, (width - 2 * shape.rank - 1 + 2) / (longest + 2))
        var fitting = self
        fitting.lastAxisRoom = min(Self.whole, room)
        let rows = fitting.text(axis: 0, offset: 0, width: longest) { remaining in remaining }
        let note = fitting.typedNote
        return note.isEmpty ? rows : rows + "\n" + note.drop { $0 == " " }
    }

    /// The shape, where not everything is shown.
    private var note: String { isWhole ? "" : "   \(tensor.shape)" }

    /// The same, and the type where it is not the usual one.
    private var typedNote: String {
        tensor.type.element == .float32 ? "   float32" + (isWhole ? "" : " \(tensor.shape)") : note
    }

    private var isWhole: Bool { tensor.shape.sizes.indices.allSatisfy { tensor.shape[$0] <= limit($0) } }

    /// The longest axis there that is shown whole.
    private func limit(_ axis: Int) -> Int { axis == tensor.shape.rank - 1 ? lastAxisRoom : Self.whole }

    /// Indices shown along an axis; nil stands for those left out.
    private func shown(_ axis: Int) -> [Int?] {
        let (size, limit) = (tensor.shape[axis], limit(axis))
        if size <= limit { return Array(0..<size) }
        // The mark of what is left out takes the room of an item.
        let edge = min(Self.edge, max(1, (limit - 1) / 2))
        return Array(0..<edge) + [nil] + Array(size - edge..<size)
    }

    private func shownPositions(_ axis: Int, _ offset: Int) -> [Int] {
        if axis == tensor.shape.rank { return [offset] }
        let stride = tensor.shape.strides[axis]
        return shown(axis).compactMap { $0 }.flatMap { shownPositions(axis + 1, offset + $0 * stride) }
    }

    private func text(axis: Int, offset: Int, width: Int, separator: () -> String) -> String {
        text(axis: axis, offset: offset, width: width) { _ in separator() }
    }

    /// Brackets within brackets; `separator` gets what a line break and indent would be and may decline it.
    private func text(axis: Int, offset: Int, width: Int, separator: (String) -> String) -> String {
        guard axis < tensor.shape.rank else {
            let element = element(offset)
            return String(repeating: " ", count: max(0, width - element.count)) + element
        }
        let stride = tensor.shape.strides[axis]
        let items = shown(axis).map { index in
            index.map { text(axis: axis + 1, offset: offset + $0 * stride, width: width, separator: separator) } ?? "…"
        }
        let isInnermost = axis == tensor.shape.rank - 1
        let line = ",\n" + String(repeating: " ", count: axis + 1)
        return "[" + items.joined(separator: isInnermost ? ", " : separator(line)) + "]"
    }

    private func wrapped(_ line: String, _ width: Int) -> String {
        var lines: [String] = []
        var current = ""
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            if !current.isEmpty, current.count + 1 + word.count > width {
                lines.append(current)
                current = " " + word
            } else {
                current += current.isEmpty ? String(word) : " " + word
            }
        }
        return (lines + [current]).joined(separator: "\n")
    }
}
