internal import Kernels
internal import Tensors

/// An operation whose output has the shape of its inputs, each element made of those at its place: it can work on a part
/// of them at a time, as one of a chain whose values never leave the cache.
protocol Pointwise: SingleResult {
    /// Writes every element of a block's output.
    func evaluate(_ block: Block)
}

/// Elements at the same places of some inputs and an output, one after the other in memory.
struct Block {
    let inputs: UnsafePointer<UnsafeMutableRawPointer>
    let output: UnsafeMutableRawPointer
    let count: Int
    /// The type of the last input.
    let element: ElementType

    @inline(__always)
    func input<T>(_ place: Int, as: T.Type) -> UnsafeMutablePointer<T> { inputs[place].assumingMemoryBound(to: T.self) }

    @inline(__always)
    func output<T>(as: T.Type) -> UnsafeMutablePointer<T> { output.assumingMemoryBound(to: T.self) }
}

extension Pointwise {
    func evaluate(_ inputs: [TensorView], into output: TensorView) {
        guard output.count > 0, let element = inputs.last?.type.element else { return }
        Stretches.forEach(of: output.count) { range in
            func part(_ view: TensorView) -> TensorView {
                TensorView(view.type, view.base + range.lowerBound * view.type.element.size)
            }
            withAddresses(inputs.map(part)) {
                evaluate(Block(inputs: $0, output: part(output).base, count: range.count, element: element))
            }
        }
    }

    func batch(_ inputs: [Batched], size: Int) -> Node { Node.apply(self, inputs.map { $0.spread(size) })[0] }
}

extension Pointwise where Self: StepFunction {
    func batch(_ inputs: [Batched], size: Int) -> Node { Node.apply(self, inputs.map { $0.spread(size) })[0] }
}
