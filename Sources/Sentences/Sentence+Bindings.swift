/// What is said of names, of what derives from what, and of claims.
extension Sentence {
    package static let bindingUnknown = Sentence("binding.unknown", "nothing is bound to '{name}'; {hint}")
    package static let varsListsNames = Sentence("binding.listed", "':vars' lists the names")
    package static let sourceUnknown = Sentence("binding.no-source", "nothing is bound to {name}")
    package static let bindingsMissing = Sentence("binding.none", "nothing is bound yet")

    package static let derivedNames = Sentence("binding.derived", "derived from it:")
    package static let noDerivedNames = Sentence("binding.none-derived", "nothing")
    package static let bindingSuccessor = Sentence("binding.successor", "(since then {statement})")
    package static let bindingStale = Sentence("binding.stale", "(stale: {names} {count|was|were} rebound)")

    package static let refreshedNames = Sentence("refresh.done", "run again:")
    package static let bindingNotStale = Sentence("refresh.not-stale", "{name} is not stale")
    package static let nothingStale = Sentence("refresh.none-stale", "nothing is stale")
    package static let refreshFailed = Sentence("refresh.failed", "the bindings are as they were")

    package static let claimsHold = Sentence("claims.hold", "{count} {count|claim|claims}, none fails")
    package static let claimsFail = Sentence("claims.fail", "{count} {count|claim|claims}, {failed} failed")
}
