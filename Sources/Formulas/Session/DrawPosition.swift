/// Where the random draws of a statement stand, so that the statement can draw the same again elsewhere.
public struct DrawPosition: Hashable, Sendable {
    public var seed: UInt64
    /// Empty for that of the prompt.
    public var stream: String
    /// How many statements of the stream have drawn before.
    public var statement: Int

    public init(seed: UInt64, stream: String = "", statement: Int = 0) {
        self.seed = seed
        self.stream = stream
        self.statement = statement
    }
}

extension Session {
    /// Where the draws of the prompt's next statement stand.
    public var drawPosition: DrawPosition {
        DrawPosition(seed: state.draws.seed, statement: Int(clamping: state.draws.statement))
    }

    /// Runs `body` with draws from a position, and then goes on with the draws from before.
    ///
    /// - Parameter isOfLesson: whether what `body` binds is a lesson's, rather than the reader's own (`restore(_:)`).
    public func drawing<R, E: Error>(
        from position: DrawPosition, isOfLesson: Bool, _ body: () throws(E) -> R
    ) throws(E) -> R {
        let outer = state.draws
        state.draws = Draws(position, isOfLesson: isOfLesson)
        defer { state.draws = outer }
        return try body()
    }

    /// Brings the session to a depth of asides: out of those deeper than `base`, coming back to what was before them but
    /// for the reader's own names, then into new ones, down to `depth`, keeping the state to come back to.
    public func goAside(from base: Int, toDepth depth: Int) {
        while state.settled.count > max(0, base), let before = state.settled.last { restore(before) }
        while state.settled.count < depth { state.settled.append(state) }
    }

    /// Lets what asides have done stand.
    public func keepAsides() { state.settled = [] }
}
