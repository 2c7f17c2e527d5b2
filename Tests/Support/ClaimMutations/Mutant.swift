public import Formulas

/// A claim that should be wrong, made of a right one by one small change.
public struct Mutant {
    /// What was changed.
    public let change: String
    public let claim: Claim

    init(_ change: String, _ claim: Claim) {
        self.change = change
        self.claim = claim
    }

    /// The source of the claim, in which names are in their canonical spelling.
    public var text: String { SourcePrinter().print(Statement(.claim(claim), at: claim.span)) }
}
