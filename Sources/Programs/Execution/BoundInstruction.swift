internal import CSignals
internal import Tensors

/// A step of a plan, with the addresses it reads and writes.
protocol BoundStep: AnyObject {
    /// The addresses that each run must set.
    var given: [GivenAddress] { get }
    /// A stopwatch is told of every instruction.
    func run(_ stopwatch: Stopwatch?) throws(ComputationError)
}

/// Where a value lies.
struct Address {
    let type: TensorType
    /// Nothing of an input's or a result's, which lies elsewhere in every run.
    let base: UnsafeMutableRawPointer
    /// Which of a run's tensors it is: the inputs, then the results.
    let tensor: Int?
}

/// Where a step looks for the address of one of a run's tensors.
struct GivenAddress {
    let place: UnsafeMutableRawPointer
    let tensor: Int

    /// Those among the addresses of a table.
    static func find(_ addresses: [Address], in table: Table<UnsafeMutableRawPointer>) -> [GivenAddress] {
        addresses.enumerated().compactMap { position, address in
            address.tensor.map { GivenAddress(place: UnsafeMutableRawPointer(table.base + position), tensor: $0) }
        }
    }
}

/// One instruction whose way through memory was worked out beforehand.
///
/// A class, as every step that a workspace holds.
final class PreparedInstruction: BoundStep {
    private let kernel: PreparedKernel
    private let position: Int
    /// The inputs' addresses, and the output's.
    private let addresses: Table<UnsafeMutableRawPointer>
    let given: [GivenAddress]

    init(
        _ kernel: @escaping PreparedKernel, _ position: Int, _ inputs: [Address], _ output: Address,
        _ memory: TableMemory
    ) {
        self.kernel = kernel
        self.position = position
        let all = inputs + [output]
        addresses = memory.table(all.map(\.base))
        given = GivenAddress.find(all, in: addresses)
    }

    func run(_ stopwatch: Stopwatch?) throws(ComputationError) {
        if signals_interrupted() { throw .interrupted }
        kernel(addresses.base, addresses.base[addresses.count - 1])
        // A long kernel stops at the flag with its output half written; nobody may see it.
        if signals_interrupted() { throw .interrupted }
        stopwatch?.stop(position)
    }
}

/// One instruction that finds its way anew in every run.
///
/// A class, as every step that a workspace holds.
final class BoundInstruction: BoundStep {
    private let primitive: any Primitive
    private let position: Int
    /// Of the inputs, and then of the outputs.
    private let types: [TensorType]
    private let addresses: Table<UnsafeMutableRawPointer>
    private let inputCount: Int
    let given: [GivenAddress]

    init(
        _ primitive: any Primitive, _ position: Int, _ inputs: [Address], _ outputs: [Address], _ memory: TableMemory
    ) {
        self.primitive = primitive
        self.position = position
        let all = inputs + outputs
        types = all.map(\.type)
        addresses = memory.table(all.map(\.base))
        inputCount = inputs.count
        given = GivenAddress.find(all, in: addresses)
    }

    func run(_ stopwatch: Stopwatch?) throws(ComputationError) {
        let views = types.enumerated().map { TensorView($0.element, addresses.base[$0.offset]) }
        try evaluate(primitive, Array(views.prefix(inputCount)), into: Array(views.dropFirst(inputCount)))
        stopwatch?.stop(position)
    }
}
