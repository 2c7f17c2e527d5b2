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
    /// Nothing of an input's, which lies elsewhere in every run.
    let base: UnsafeMutableRawPointer
    let input: Int?
}

/// Where a step looks for the address of one of the program's inputs.
struct GivenAddress {
    let place: UnsafeMutableRawPointer
    let input: Int

    /// Those among the addresses of a table.
    static func find(_ addresses: [Address], in table: Table<UnsafeMutableRawPointer>) -> [GivenAddress] {
        addresses.enumerated().compactMap { position, address in
            address.input.map { GivenAddress(place: UnsafeMutableRawPointer(table.base + position), input: $0) }
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
        addresses = memory.table((inputs + [output]).map(\.base))
        given = GivenAddress.find(inputs, in: addresses)
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
    private let types: [TensorType]
    private let addresses: Table<UnsafeMutableRawPointer>
    private let outputs: [TensorView]
    let given: [GivenAddress]

    init(
        _ primitive: any Primitive, _ position: Int, _ inputs: [Address], _ outputs: [Address], _ memory: TableMemory
    ) {
        self.primitive = primitive
        self.position = position
        types = inputs.map(\.type)
        addresses = memory.table(inputs.map(\.base))
        self.outputs = outputs.map { TensorView($0.type, $0.base) }
        given = GivenAddress.find(inputs, in: addresses)
    }

    func run(_ stopwatch: Stopwatch?) throws(ComputationError) {
        let inputs = types.enumerated().map { TensorView($0.element, addresses.base[$0.offset]) }
        try evaluate(primitive, inputs, into: outputs)
        stopwatch?.stop(position)
    }
}
