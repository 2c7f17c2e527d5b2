/// A top-level name, and what it means now in a few words.
public struct BindingSummary: Sendable {
    public let name: String
    /// `a vector of 3`.
    public let kind: String
    /// The value on one line, its length not limited; of a function how it is called: `f(x, k = 2)`.
    public let text: String
    /// The names bound anew since it was computed from them; none where it is not stale.
    public let causes: [String]
}

extension Session {
    /// All top-level names, sorted.
    public var bindings: [BindingSummary] {
        let staleness = Staleness(state.history)
        return state.history.names.compactMap { name in
            guard let node = state.history.latest(name), let value = state.history.nodes[node].writes[name] else {
                return nil
            }
            return BindingSummary(
                name: name, kind: value.kindDescription, text: value.signature ?? value.inlineText,
                causes: staleness.causes(of: node))
        }
    }
}

extension Value {
    /// How a function with a name is called.
    fileprivate var signature: String? {
        guard case .function(.closure(let closure)) = self, let name = closure.name else { return nil }
        let parameters = closure.parameters.map { parameter in
            parameter.name + (parameter.defaultValue.map { " = \($0.span.text)" } ?? "")
        }
        return "\(name)(\(parameters.joined(separator: ", ")))"
    }
}
