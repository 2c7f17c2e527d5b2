import Tensors

/// Memory for a view, which lives as long as this does. A class: its end gives the memory back.
final class TensorMemory {
    let view: TensorView

    init(_ sizes: [Int], _ element: ElementType, _ value: (Int) -> Double) {
        let type = TensorType(Shape(sizes), element)
        view = TensorView(type, .allocate(byteCount: max(1, type.byteCount), alignment: 8))
        for position in 0..<view.count {
            switch element {
            case .float64: view.elements(as: Double.self)[position] = value(position)
            case .float32: view.elements(as: Float.self)[position] = Float(value(position))
            case .truth: view.elements(as: Bool.self)[position] = value(position) != 0
            }
        }
    }

    deinit { view.base.deallocate() }

    var values: [Double] { (0..<view.count).map { view.double(at: $0) } }
}

/// The indices of a shape in row-major order.
func indices(of sizes: [Int]) -> [[Int]] {
    sizes.reduce([[]]) { starts, size in starts.flatMap { start in (0..<size).map { start + [$0] } } }
}
