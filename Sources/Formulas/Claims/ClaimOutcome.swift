/// What became of a claim.
public struct ClaimOutcome: Sendable {
    /// The claim as written.
    public let text: String
    public let span: Span
    public let isRefuted: Bool
    public internal(set) var holds: Bool
    /// The relative error, where it is an equality.
    public internal(set) var error: Double?
    /// The measured order, where it is a claim of an order.
    public internal(set) var order: Double?
    /// What stands beside the line: `3e-16`, `order 1.00, coefficient 0.5`, `true`.
    public internal(set) var summary: String
    /// For a claim that fails: both sides, where they differ most, and by how much; a line each.
    public internal(set) var details: [String] = []
    /// The reason written after `--` in a derivation.
    public internal(set) var reason: String?
    /// In a derivation's first step, the line the chain starts with; nil elsewhere.
    public internal(set) var derivationStart: String?
}
