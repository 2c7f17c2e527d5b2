internal import Tensors

/// What is left to do of an operation once the types are known: to compute at the addresses of some inputs and of the
/// output.
typealias PreparedKernel = (_ inputs: UnsafePointer<UnsafeMutableRawPointer>, _ output: UnsafeMutableRawPointer) -> Void

/// An operation that can work out its way through memory beforehand, for all the runs of a program.
protocol Prepared: SingleResult {
    /// Nil where it is not worth it.
    func prepared(_ inputs: [TensorType], _ output: TensorType) -> PreparedKernel?
}

/// Calls `body` with the addresses of some inputs.
func withAddresses(_ inputs: [TensorView], _ body: (UnsafePointer<UnsafeMutableRawPointer>) -> Void) {
    withUnsafeTemporaryAllocation(of: UnsafeMutableRawPointer.self, capacity: max(inputs.count, 1)) { bases in
        for (place, input) in inputs.enumerated() { bases.initializeElement(at: place, to: input.base) }
        if let first = bases.baseAddress { body(UnsafePointer(first)) }
    }
}

extension Prepared {
    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        guard let kernel = prepared(inputs.map(\.type), output.type) else { return }
        withAddresses(inputs) { kernel($0, output.base) }
    }
}
