internal import CSignals
internal import Kernels
internal import Tensors

/// A fused step with its addresses: of each instruction, where a block's elements are found and left.
///
/// A class, as every step that a workspace holds.
final class BoundFusion: BoundStep {
    private struct Operation {
        let kernel: Unmanaged<Kernel>
        /// Where the instruction stands in the program.
        let position: Int
        let element: ElementType
        /// How many inputs it has.
        let count: Int
    }

    /// An address that goes on by some bytes for each element, or stays where it is (a buffer).
    private struct Stream {
        var base: UnsafeMutableRawPointer
        let stride: Int
        /// How far apart the buffers of two ranges of blocks lie; nothing in the memory of a value.
        let rangeStride: Int
    }

    private struct Repetition {
        let buffer: UnsafeMutableRawPointer
        let source: UnsafeMutablePointer<UnsafeMutableRawPointer>
        let element: ElementType
        let layout: Unmanaged<Filling>
        let isSame: Bool
    }

    /// What is called for every block stands in a constant of a class, and is reached without counting the references to
    /// it, which would take as long as the work on a small block.
    private final class Kernel {
        private let primitive: any Pointwise

        init(_ primitive: any Pointwise) { self.primitive = primitive }

        func evaluate(_ block: Block) { primitive.evaluate(block) }
    }

    /// The same for what fills a buffer.
    private final class Filling {
        let layout: BroadcastLayout

        init(_ layout: BroadcastLayout) { self.layout = layout }
    }

    private let kernels: [Kernel]
    private let fillings: [Filling]
    private let size: Int
    private let blockSize: Int
    private let operations: Table<Operation>
    /// Of one operation after the other: its inputs and its output.
    private let streams: Table<Stream>
    private let repetitions: Table<Repetition>
    private let mostInputs: Int
    private let blockCount: Int
    private let nanoseconds: Int
    private let rangeSize: Int
    let given: [GivenAddress]

    /// Bytes of the buffers that a step uses, of all ranges that its blocks may be divided into.
    static func scratchSize(_ step: FusedStep) -> Int { rangeSize(step) * rangeCount(step) }

    /// Bytes of the buffers of one range of blocks.
    private static func rangeSize(_ step: FusedStep) -> Int { step.scratchCount * bufferSize(step) }

    private static func rangeCount(_ step: FusedStep) -> Int {
        Workers.rangeCount(of: blockCount(step), nanoseconds: nanoseconds(step))
    }

    private static func blockCount(_ step: FusedStep) -> Int { (step.size + step.blockSize - 1) / step.blockSize }

    /// About how long a run takes: an operation on an element about half a nanosecond.
    private static func nanoseconds(_ step: FusedStep) -> Int { step.size * step.operations.count / 2 }

    /// Bytes of one buffer: of the widest elements, and a whole number of cache lines.
    private static func bufferSize(_ step: FusedStep) -> Int { (step.blockSize * 8 + 63) / 64 * 64 }

    init(
        _ step: FusedStep, _ scratch: UnsafeMutableRawPointer, _ memory: TableMemory, _ address: (Int) -> Address
    ) {
        size = step.size
        blockSize = step.blockSize
        (blockCount, nanoseconds, rangeSize) = (Self.blockCount(step), Self.nanoseconds(step), Self.rangeSize(step))
        mostInputs = step.operations.map(\.inputs.count).max() ?? 0
        func buffer(_ index: Int) -> UnsafeMutableRawPointer { scratch + index * Self.bufferSize(step) }
        var streams: [Stream] = []
        var tensors: [(place: Int, tensor: Int)] = []
        for slot in step.operations.flatMap({ $0.inputs + [$0.output] }) {
            switch slot {
            case .scratch(let index):
                streams.append(Stream(base: buffer(index), stride: 0, rangeStride: Self.rangeSize(step)))
            case .memory(let value):
                let address = address(value)
                if let tensor = address.tensor { tensors.append((streams.count, tensor)) }
                streams.append(Stream(base: address.base, stride: address.type.element.size, rangeStride: 0))
            }
        }
        kernels = step.operations.map { Kernel($0.primitive) }
        operations = memory.table(
            zip(step.operations, kernels).map { operation, kernel in
                Operation(
                    kernel: .passUnretained(kernel), position: operation.position, element: operation.element,
                    count: operation.inputs.count)
            })
        let table = memory.table(streams)
        var given = tensors.map { found in
            GivenAddress(place: UnsafeMutableRawPointer(table.base + found.place), tensor: found.tensor)
        }
        var repetitions: [Repetition] = []
        fillings = step.repetitions.map { Filling($0.layout) }
        for (repetition, filling) in zip(step.repetitions, fillings) {
            let address = address(repetition.value)
            let source = memory.table([address.base])
            if let tensor = address.tensor {
                given.append(GivenAddress(place: UnsafeMutableRawPointer(source.base), tensor: tensor))
            }
            repetitions.append(
                Repetition(
                    buffer: buffer(repetition.scratch), source: source.base, element: address.type.element,
                    layout: .passUnretained(filling), isSame: repetition.isSame))
        }
        self.streams = table
        self.repetitions = memory.table(repetitions)
        self.given = given
    }

    func run(_ stopwatch: Stopwatch?) throws(ComputationError) {
        if size == 0 { return }
        if stopwatch == nil {
            Workers.forEachRange(of: blockCount, nanoseconds: nanoseconds) { run($1, number: $0, nil) }
        } else {
            run(0..<blockCount, number: 0, stopwatch)
        }
        // Its blocks stop at the flag; nobody may see what they have left unwritten.
        if signals_interrupted() { throw .interrupted }
    }

    /// Some of the blocks, in the buffers of a range.
    private func run(_ blocks: Range<Int>, number: Int, _ stopwatch: Stopwatch?) {
        let offset = number * rangeSize
        for index in 0..<repetitions.count where repetitions.base[index].isSame {
            fill(index, offset, start: 0, count: min(blockSize, size))
        }
        for block in blocks {
            if signals_interrupted() { return }
            let start = block * blockSize
            let count = min(blockSize, size - start)
            for index in 0..<repetitions.count where !repetitions.base[index].isSame {
                fill(index, offset, start: start, count: count)
            }
            evaluate(start, count, number, stopwatch)
        }
    }

    private func evaluate(_ start: Int, _ count: Int, _ number: Int, _ stopwatch: Stopwatch?) {
        withUnsafeTemporaryAllocation(of: UnsafeMutableRawPointer.self, capacity: mostInputs + 1) { buffer in
            guard let addresses = buffer.baseAddress else { return }
            var stream = streams.base
            for index in 0..<operations.count {
                let inputCount = operations.base[index].count
                for place in 0...inputCount {
                    addresses[place] =
                        stream[place].base + (start * stream[place].stride + number * stream[place].rangeStride)
                }
                let block = Block(
                    inputs: addresses, output: addresses[inputCount], count: count,
                    element: operations.base[index].element)
                operations.base[index].kernel._withUnsafeGuaranteedRef { $0.evaluate(block) }
                stopwatch?.stop(operations.base[index].position)
                stream += inputCount + 1
            }
        }
    }

    private func fill(_ index: Int, _ offset: Int, start: Int, count: Int) {
        let (target, source) = (repetitions.base[index].buffer + offset, repetitions.base[index].source.pointee)
        let element = repetitions.base[index].element
        repetitions.base[index].layout._withUnsafeGuaranteedRef {
            $0.layout.fill(target, from: source, element, start: start, count: count)
        }
    }
}
