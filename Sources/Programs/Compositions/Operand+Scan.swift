internal import Tensors

extension Operand {
    /// Runs `body` `length` times: it gets the carry and the items of the sequences (along their leading axis), and
    /// gives the next carry and what the step yields. The yields come back as sequences.
    ///
    /// The body is traced once, `depth` traces deep; what it reads of its surroundings is the same in every step.
    public static func scan(
        length: Int, carry: [Operand], over sequences: [Operand] = [], depth: Int,
        _ body: (_ carry: [Operand], _ items: [Operand]) throws(ComputationError) -> (
            carry: [Operand], yields: [Operand]
        )
    ) throws(ComputationError) -> (carry: [Operand], yields: [Operand]) {
        let trace = Trace(depth: depth)
        let inner = carry.map { Operand.traced(trace.input($0.type)) }
        let items = sequences.map { sequence in
            Operand.traced(
                trace.input(TensorType(Shape(Array(sequence.shape.sizes.dropFirst())), sequence.type.element)))
        }
        let results = try body(inner, items)
        var (program, captured) = trace.program((results.carry + results.yields).map(trace.lift))
        // What was captured comes first: it is constant to the loop.
        let own = carry.count + sequences.count
        program.inputs = Array(program.inputs.dropFirst(own)) + program.inputs.prefix(own)
        let scan = Scan(
            body: ProgramReference(program.simplified()), length: length, constantCount: captured.count,
            carryCount: carry.count, isReversed: false)
        let outputs = try apply(scan, captured + carry + sequences)
        return (Array(outputs.prefix(carry.count)), Array(outputs.dropFirst(carry.count)))
    }
}
