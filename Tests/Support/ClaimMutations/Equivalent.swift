/// Mutants of a claim that are true as well, and the identity that makes them so.
public struct Equivalent: Sendable {
    /// A change to a claim.
    public struct Key: Hashable, Sendable, CustomStringConvertible {
        public let claim: String
        public let change: String

        init(claim: String, change: String) {
            self.claim = claim
            self.change = change
        }

        /// A claim as it is listed: without its `claim`.
        static func claim(_ text: String) -> String { text.hasPrefix("claim ") ? String(text.dropFirst(6)) : text }

        public var description: String { "'\(claim)', \(change)" }
    }

    public let claim: String
    public let changes: [String]
    public let identity: String

    public init(_ claim: String, _ changes: [String], _ identity: String) {
        self.claim = claim
        self.changes = changes
        self.identity = identity
    }

    var keys: [Key] { changes.map { Key(claim: claim, change: $0) } }
}
