public import Programs

extension Session {
    /// What a formula becomes when it is traced.
    public struct TracedFormula {
        /// As it was written down.
        public let program: Program
        /// As it runs.
        public let simplified: Program
        /// Bytes of memory a run takes beside what it reads.
        public let memorySize: Int
        /// The parts of the formula, by the origin of the instructions that come from them.
        public let spans: [Span]
        fileprivate let run: (_ seconds: Double) throws(ComputationError) -> Profile
        fileprivate let span: Span

        /// Runs it as it is bound now, again and again for about so long, and says where the time goes.
        public func profile(seconds: Double = 0.5) throws(Diagnostic) -> Profile {
            do throws(ComputationError) {
                return try run(seconds)
            } catch {
                throw Diagnostic(error, at: span)
            }
        }
    }

    /// Traces a formula, with what it reads of the session, and the arguments of a call, as inputs; nothing of the session
    /// changes.
    ///
    /// - Throws: what evaluating it would, and a diagnostic where it is no formula or gives what no program can.
    public func trace(_ source: Source) throws(Diagnostic) -> TracedFormula {
        let statements = try Parser.parse(source)
        let whole = Span(source, 0..<source.bytes.count)
        guard statements.count == 1, case .expression(let expression) = statements[0].kind else {
            throw Diagnostic(.evaluation, "a formula is traced: one expression", at: statements.first?.span ?? whole)
        }
        var draws = state.draws
        draws.beginStatement()
        let world = World(history: state.history, position: state.history.nodes.count)
        let evaluator = evaluator(world, draws)
        evaluator.precision = precision
        let provenance = Provenance()
        evaluator.provenance = provenance
        let recording = Recording(
            depth: 1, origins: provenance.origins, world: world, outer: nil, isOutermost: true)
        let traced: TracedCode?
        // What a generator makes is no argument but a part of what is traced.
        if case .call(let callee, let arguments) = expression.kind, evaluator.specialForm(callee, nil) == nil,
            !arguments.contains(where: \.isGenerated)
        {
            let (function, values) = try evaluator.evaluate(callee, arguments, expression.span, nil)
            traced = try evaluator.record(recording, callOf: function, values, expression.span) {
                function, values throws(Diagnostic) in
                try evaluator.callPlainly(function, values, expression.span)
            }
        } else {
            traced = try evaluator.record(recording, from: draws, expression.span) { () throws(Diagnostic) in
                try evaluator.evaluate(expression, nil)
            }
        }
        guard let traced, traced.isOfNumbers else {
            throw Diagnostic(
                .evaluation, "there is no program of this: it gives more than numbers, or does more than compute them",
                at: expression.span)
        }
        return TracedFormula(
            program: traced.program, simplified: traced.simplified, memorySize: traced.memorySize,
            spans: provenance.spans,
            run: { seconds throws(ComputationError) in
                try traced.profile(recording.inputs.map(\.operand), seconds: seconds)
            }, span: expression.span)
    }
}
