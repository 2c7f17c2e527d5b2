/// Where a value that a piece of code reads is found, every time the code runs.
indirect enum Place: Hashable {
    /// The function that is called.
    case function
    /// An argument of the call.
    case argument(Int)
    /// A variable that a comprehension's generators set, or a loop.
    case item(String)
    /// A local name of the code around a comprehension or a loop.
    case local(String)
    /// A top-level name.
    case name(String)
    /// A name in the scope that the closure at a place was written in.
    case variable(Place, String)
    case field(Place, String)
    case element(Place, Int)
    /// What the derived function at a place is derived from.
    case antiderivative(Place)

    /// Whether it is another value for each item of a comprehension.
    var isOfItem: Bool {
        if case .item = root { true } else { false }
    }

    /// The place it begins at.
    var root: Place {
        switch self {
        case .function, .argument, .item, .local, .name: self
        case .variable(let place, _), .field(let place, _), .element(let place, _), .antiderivative(let place):
            place.root
        }
    }

    /// The value found there, where `root` finds the places that do not begin at another.
    func value<E: Error>(_ root: (Place) throws(E) -> Value?) throws(E) -> Value? {
        switch self {
        case .function, .argument, .item, .local, .name: return try root(self)
        case .variable(let place, let name):
            guard case .function(.closure(let closure)) = try place.value(root) else { return nil }
            return closure.scope?.lookUp(name)
        case .field(let place, let name):
            guard case .record(let record) = try place.value(root) else { return nil }
            return record[name]
        case .element(let place, let index):
            guard case .list(let items) = try place.value(root), items.indices.contains(index) else { return nil }
            return items[index]
        case .antiderivative(let place):
            guard case .function(let function) = try place.value(root) else { return nil }
            return function.antiderivative.map(Value.function)
        }
    }
}

extension Function {
    /// What a derived function is derived from.
    var antiderivative: Function? {
        switch self {
        case .closure, .builtIn: nil
        case .gradient(let inner, _), .jacobian(let inner), .higher(let inner, _): inner
        }
    }
}
