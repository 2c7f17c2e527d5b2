/// The local names of a call, a block or an iteration.
///
/// A class, because a closure and the code around it see the same variables.
public final class Scope {
    private(set) var variables: [String: Value] = [:]
    let parent: Scope?
    /// Whether this is an iteration's scope: it holds the loop variable, and what the body assigns goes further out.
    private let isIteration: Bool
    /// Where names are found that it has no variable of.
    private let find: ((String) -> Value?)?
    /// Which names are assigned in it, where only some are.
    private let takes: ((String) -> Bool)?

    init(parent: Scope?, isIteration: Bool = false) {
        self.parent = parent
        self.isIteration = isIteration
        find = nil
        takes = nil
    }

    /// A scope whose names are found elsewhere, until they are assigned.
    init(
        parent: Scope? = nil, takes: ((String) -> Bool)? = nil, find: @escaping (String) -> Value?
    ) {
        self.parent = parent
        isIteration = false
        self.find = find
        self.takes = takes
    }

    /// The value of a local name, from the innermost scope out.
    func lookUp(_ name: String) -> Value? {
        var scope: Scope? = self
        while let current = scope {
            if let value = current.variables[name] ?? current.find?(name) { return value }
            scope = current.parent
        }
        return nil
    }

    func define(_ name: String, _ value: Value) { variables[name] = value }

    /// Assigns in the function the code stands in; false where it stands in none, so that the name is a top-level one.
    func assign(_ name: String, _ value: Value) -> Bool {
        guard let scope = scope(taking: name) else { return false }
        scope.variables[name] = value
        return true
    }

    /// Whether a name that is assigned is a local one.
    func isAssigned(_ name: String) -> Bool { scope(taking: name) != nil }

    private func scope(taking name: String) -> Scope? {
        var scope: Scope? = self
        while let current = scope {
            if current.takes?(name) ?? (!current.isIteration || current.variables[name] != nil) { return current }
            scope = current.parent
        }
        return nil
    }

    /// All local names that can be seen from here.
    var names: [String] { Array(variables.keys) + (parent?.names ?? []) }
}
