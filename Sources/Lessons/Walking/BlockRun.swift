public import Formulas

/// What running a block of a lesson gave.
public struct BlockRun {
    public let block: CodeBlock
    public let cells: [Cell]
    /// What ended the block before its end: it does not parse, or a cell went wrong.
    public let diagnostic: Diagnostic?

    /// Whether the block ended in the error it announces.
    public var endsAsAnnounced: Bool {
        guard let expected = block.expectedError else { return diagnostic == nil }
        return diagnostic.map { $0.message.contains(expected) } ?? false
    }

    public var claims: [ClaimOutcome] { cells.flatMap(\.claims) }

    /// Whether every claim holds and nothing went wrong that was not to.
    public var holds: Bool { endsAsAnnounced && claims.allSatisfy(\.holds) }

    /// What the block printed: what `print` and `show` wrote, and values as the session shows them.
    public func printed(width: Int) -> String {
        cells.printed(width: width)
    }
}

extension [Cell] {
    func printed(width: Int) -> String {
        let parts = flatMap { $0.outputs.map { $0.rendering(width: width) } + [$0.rendering(width: width)] }
        return parts.compactMap { $0 }.joined(separator: "\n")
    }
}

extension Lesson {
    /// Runs a block of a step, with the draws that belong to it: so it gives the same numbers, whatever ran before.
    ///
    /// Every claim of the block is checked, even after one that fails; an error ends it.
    public func run(
        _ block: CodeBlock, ofStep step: Int, in session: Session, onCell: (Cell) -> Void = { _ in }
    ) -> BlockRun {
        var cells: [Cell] = []
        func take(_ cell: Cell) {
            cells.append(cell)
            onCell(cell)
        }
        do throws(Diagnostic) {
            let replay = block.replay
            session.goAside(from: replay.from ?? replay.aside, toDepth: replay.aside)
            if let name = replay.refresh { try session.refresh(name.isEmpty ? nil : name) }
            let chosen = session.precision
            session.precision = replay.precision ?? chosen
            defer { session.precision = chosen }
            let position = drawPosition(of: block, inStep: step)
            // What a reader typed while a lesson was open stays the reader's.
            let isOfLesson = replay.aside == 0 || replay.stream?.isEmpty == false
            try session.drawing(from: position, isOfLesson: isOfLesson) { () throws(Diagnostic) -> Void in
                switch block.kind {
                case .loop, .plot: try session.run(block.source, keepGoing: true, onCell: take)
                case .derivation: try session.runDerivation(block.source, keepGoing: true, onCell: take)
                }
            }
        } catch {
            return BlockRun(block: block, cells: cells, diagnostic: error)
        }
        return BlockRun(block: block, cells: cells, diagnostic: cells.lazy.compactMap(\.diagnostic).first)
    }

    /// Where a block's draws begin: in a stream of its own, where it does not say otherwise.
    func drawPosition(of block: CodeBlock, inStep step: Int) -> DrawPosition {
        DrawPosition(
            seed: block.replay.seed ?? frontMatter.seed, stream: block.replay.stream ?? stream(of: block, inStep: step),
            statement: block.replay.draw)
    }

    /// A stream of draws of its own for each block of a step. That of an exercise goes by its id, so that a new exercise
    /// changes no other block's numbers.
    private func stream(of block: CodeBlock, inStep step: Int) -> String {
        for case .exercise(let exercise) in blocks(ofStep: step) where exercise.solution.code.line == block.line {
            return stream(of: exercise, inStep: step)
        }
        // A block of full sizes has its own, so that the others draw the same with it and without.
        let before = blocks(ofStep: step).count { other in
            guard case .code(let code) = other, code.isFull == block.isFull else { return false }
            return (code.isRun || code.isFull) && code.line < block.line
        }
        return "\(steps[step].id)/\(block.isFull ? "full " : "")\(before)"
    }

    /// The stream that an exercise's answers draw from.
    func stream(of exercise: Exercise, inStep step: Int) -> String { "\(steps[step].id)/exercise \(exercise.id)" }
}
