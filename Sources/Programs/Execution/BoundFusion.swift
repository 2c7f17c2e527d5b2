internal import CSignals
internal import Kernels
internal import Tensors

/// A fused step with its addresses: of each instruction, where a block's elements are found and left.
///
/// A class, because it owns the table of addresses that its kernels read.
final class BoundFusion: BoundStep {
    /// An address that goes on by some bytes for each element, or stays where it is (a buffer).
    private struct Stream {
        var base: UnsafeMutableRawPointer
        let stride: Int
        let input: Int?
    }

    private struct Operation {
        let primitive: any Pointwise
        let position: Int
        let element: ElementType
        /// Where its inputs' streams begin in the list of all; the output's follows them.
        let first: Int
        let count: Int
    }

    private struct Repetition {
        let buffer: UnsafeMutableRawPointer
        let source: Address
        let step: FusedStep.Repetition
    }

    private let step: FusedStep
    private let operations: [Operation]
    private var streams: [Stream]
    private let repetitions: [Repetition]
    /// The addresses of one instruction in one block.
    private let addresses: UnsafeMutablePointer<UnsafeMutableRawPointer>

    /// Bytes of the buffers that a step uses.
    static func scratchSize(_ step: FusedStep) -> Int { step.scratchCount * bufferSize(step) }

    /// Bytes of one buffer: of the widest elements, and a whole number of cache lines.
    private static func bufferSize(_ step: FusedStep) -> Int { (step.blockSize * 8 + 63) / 64 * 64 }

    init(_ step: FusedStep, _ scratch: UnsafeMutableRawPointer, _ address: (Int) -> Address) {
        self.step = step
        func buffer(_ index: Int) -> UnsafeMutableRawPointer { scratch + index * Self.bufferSize(step) }
        var streams: [Stream] = []
        var operations: [Operation] = []
        for operation in step.operations {
            let first = streams.count
            for slot in operation.inputs + [operation.output] {
                switch slot {
                case .scratch(let index): streams.append(Stream(base: buffer(index), stride: 0, input: nil))
                case .memory(let value):
                    let address = address(value)
                    streams.append(
                        Stream(base: address.base, stride: address.type.element.size, input: address.input))
                }
            }
            operations.append(
                Operation(
                    primitive: operation.primitive, position: operation.position, element: operation.element,
                    first: first,
                    count: operation.inputs.count))
        }
        self.streams = streams
        self.operations = operations
        repetitions = step.repetitions.map {
            Repetition(buffer: buffer($0.scratch), source: address($0.value), step: $0)
        }
        addresses = .allocate(capacity: operations.map { $0.count + 1 }.max() ?? 1)
    }

    deinit { addresses.deallocate() }

    func run(_ arguments: [Tensor], _ stopwatch: Stopwatch?) throws(ComputationError) {
        if step.size == 0 { return }
        for index in streams.indices {
            if let input = streams[index].input { streams[index].base = arguments[input].view.base }
        }
        func fill(_ repetition: Repetition, start: Int, count: Int) {
            let source = repetition.source
            repetition.step.layout.fill(
                repetition.buffer, from: source.input.map { arguments[$0].view.base } ?? source.base,
                source.type.element, start: start, count: count)
        }
        let block = min(step.blockSize, step.size)
        for repetition in repetitions where repetition.step.isSame { fill(repetition, start: 0, count: block) }
        for start in stride(from: 0, to: step.size, by: step.blockSize) {
            if signals_interrupted() { throw .interrupted }
            let count = min(step.blockSize, step.size - start)
            for repetition in repetitions where !repetition.step.isSame {
                fill(repetition, start: start, count: count)
            }
            for operation in operations {
                for place in 0...operation.count {
                    let stream = streams[operation.first + place]
                    addresses[place] = stream.base + start * stream.stride
                }
                operation.primitive.evaluate(
                    Block(
                        inputs: addresses, output: addresses[operation.count], count: count,
                        element: operation.element))
                stopwatch?.stop(operation.position)
            }
        }
    }
}
