/// The local names of a call, a block or an iteration.
///
/// A class, because a closure and the code around it see the same variables.
public final class Scope {
    private var variables: [String: Value] = [:]
    let parent: Scope?
    /// Whether this is an iteration's scope: it holds the loop variable, and what the body assigns goes further out.
    private let isIteration: Bool
    /// Where the names are found, in place of variables of its own.
    private let find: ((String) -> Value?)?

    init(parent: Scope?, isIteration: Bool = false) {
        self.parent = parent
        self.isIteration = isIteration
        find = nil
    }

    /// A scope whose names are found elsewhere; nothing assigns in it.
    init(find: @escaping (String) -> Value?) {
        parent = nil
        isIteration = false
        self.find = find
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
        var scope: Scope? = self
        while let current = scope {
            if !current.isIteration || current.variables[name] != nil {
                current.variables[name] = value
                return true
            }
            scope = current.parent
        }
        return false
    }

    /// All local names that can be seen from here.
    var names: [String] { Array(variables.keys) + (parent?.names ?? []) }
}
