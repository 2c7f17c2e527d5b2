internal import Tensors

extension Shape {
    /// As a message names it: `a number`, `[2, 3]`.
    var spoken: String { isScalar ? "a number" : "\(self)" }

    /// The sizes as arguments: `2, 3`.
    var listed: String { sizes.map(String.init).joined(separator: ", ") }
}

extension TensorType {
    /// As a message names it: `a truth value`, `numbers [2, 3]`.
    var spoken: String {
        switch (element.isFloating, shape.isScalar) {
        case (true, true): "a number"
        case (true, false): "numbers \(shape)"
        case (false, true): "a truth value"
        case (false, false): "truth values \(shape)"
        }
    }
}
