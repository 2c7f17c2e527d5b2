internal import Programs
internal import Tensors

/// A piece of code being traced to be run again: whatever it reads from outside comes in as an input, so that the program
/// it becomes holds for other values of the same form.
///
/// A class, because every scope and every name that the code looks up writes to one.
final class Recording {
    /// Something that was read from outside.
    struct Reading {
        let place: Place
        let form: Form
        /// Which of the inputs its tensors are.
        let inputs: Range<Int>
    }

    /// What an input of the program is.
    enum Input {
        /// A tensor that was read.
        case read
        /// The key of a random draw.
        case key(Draws.Trail)
    }

    let trace: Trace
    /// The recording this one stands in.
    let outer: Recording?
    private(set) var readings: [Reading] = []
    private(set) var inputs: [(kind: Input, operand: Operand, node: Node)] = []
    /// Whether the program may be run again later. What could not be taken in as an input is a constant of it.
    private(set) var isReusable: Bool
    /// Whether the program holds for every item of a comprehension.
    private(set) var holdsForItems = true
    /// Whether everything that is read comes in as an input; else only a comprehension's items do.
    private let takesAll: Bool
    private var taken: [Place: Value] = [:]
    private let world: World
    /// Whether the code varies bindings: what they are computed from, and what is computed from others, is then a constant
    /// of the program, for a version of a binding never changes.
    private let varies: Bool
    /// What had bound the top-level names that such code has looked up.
    private(set) var meanings: [String: DoubleValues?] = [:]

    /// Instructions after which the code counts as too long; what is left is not worth tracing.
    var limit = Int.max

    /// Calls of functions that become longer are interpreted.
    static let callLimit = 5_000

    /// Records and lists of more numbers and tensors are not taken in.
    private static let largestTree = 4096

    /// - Parameter outer: where the code runs only as a part of another that is recorded, or of a derivative, what stands
    ///   around it is captured by its trace, and only the items of a comprehension are inputs.
    init(
        depth: Int, origins: Origins = Origins(), world: World, outer: Recording?, isOutermost: Bool,
        varies: Bool = false
    ) {
        trace = Trace(depth: depth, origins: origins)
        self.world = world
        self.varies = varies
        self.outer = outer
        isReusable = isOutermost
        takesAll = isOutermost
    }

    /// Whether something has been drawn.
    var hasDrawn: Bool {
        inputs.contains { if case .key = $0.kind { true } else { false } }
    }

    /// What happened can't be had again by running the program.
    func forbidReuse() {
        isReusable = false
        outer?.forbidReuse()
    }

    /// Whether the code can't be traced: it has an effect, or goes on for too long.
    private(set) var isAbandoned = false

    func abandon() { isAbandoned = true }

    /// A top-level name's value, found by `find`, as the code is to see it.
    func topLevel(
        _ name: String, in world: World, _ find: () throws(Diagnostic) -> Value?
    ) throws(Diagnostic) -> Value? {
        if let outer { return try outer.topLevel(name, in: world, find) }
        guard takesAll else { return try find() }
        if varies {
            if world.isContemporary(with: self.world) { note(name) }
            return constant(try find())
        }
        // In a world whose bindings vary the name has more values than one.
        guard world === self.world else {
            forbidReuse()
            return try find()
        }
        if world.trial?[name] != nil { return try find() }
        if let value = taken[.name(name)] { return value }
        return take(try find(), at: .name(name))
    }

    /// A value whose numbers are written down as constants, so that what is computed from them is written down too, and
    /// once where it is written twice.
    private func constant(_ value: Value?) -> Value? {
        let constant = value?.replacingTensors { operand in
            guard case .known(let tensor) = operand else { return operand }
            return .traced(trace.constant(tensor))
        }
        return constant ?? value
    }

    /// Keeps what a name means to code that varies bindings.
    func note(_ name: String) { meanings.updateValue(world.binder(of: name), forKey: name) }

    /// Whether a world whose bindings vary came about within this recording.
    func surrounds(_ world: World) -> Bool {
        if let outer { return outer.surrounds(world) }
        return !world.hasReplacements(of: self.world)
    }

    /// The local names around a comprehension or a loop.
    func surroundings(_ scope: Scope?) -> Scope? {
        guard takesAll, let scope else { return scope }
        return Scope(takes: scope.isAssigned) { [unowned self] name in take(scope.lookUp(name), at: .local(name)) }
    }

    /// A value from outside as the code is to see it: with inputs for its tensors.
    func take(_ value: Value?, at place: Place) -> Value? {
        if let value = taken[place] { return value }
        guard takesAll || place.isOfItem else { return value }
        let first = inputs.count
        var count = 0
        guard let form = form(of: value, &count) else {
            forbidReuse()
            if place.isOfItem { holdsForItems = false }
            return value
        }
        let result = value.map { taken($0, at: place) }
        readings.append(Reading(place: place, form: form, inputs: first..<inputs.count))
        taken[place] = result
        return result
    }

    /// The key of a random draw.
    func key(_ key: Operand, _ trail: Draws.Trail) -> Operand { input(.key(trail), key) }

    private func input(_ kind: Input, _ operand: Operand) -> Operand {
        let node = trace.input(for: operand)
        inputs.append((kind, operand, node))
        return .traced(node)
    }

    // MARK: Values

    /// The form of a value; nil where it can't be taken in.
    private func form(of value: Value?, _ count: inout Int) -> Form? {
        count += 1
        guard count <= Self.largestTree else { return nil }
        switch value {
        case nil: return .absent
        case .tensor(let operand): return .tensor(operand.type)
        case .string(let text): return .string(text)
        case .range(let range): return .range(range)
        case .record(let record):
            var fields: [(name: String, form: Form)] = []
            for field in record.fields {
                guard let form = form(of: field.value, &count) else { return nil }
                fields.append((field.name, form))
            }
            return .record(fields)
        case .list(let items):
            var forms: [Form] = []
            for item in items {
                guard let form = form(of: item, &count) else { return nil }
                forms.append(form)
            }
            return .list(forms)
        case .function(let function): return form(of: function, &count)
        case .linearOperator(let op): return form(of: op)
        case .contraction, .figure, .nothing: return nil
        }
    }

    private func form(of function: Function, _ count: inout Int) -> Form? {
        switch function {
        case .closure(let closure): .closure(CodeIdentity(closure))
        case .builtIn(let builtIn): .builtIn(builtIn.name)
        case .gradient(let inner, let selector): form(of: inner, &count).map { .gradient($0, selector) }
        case .jacobian(let inner): form(of: inner, &count).map { .jacobian($0) }
        case .higher(let inner, let order): form(of: inner, &count).map { .higher($0, order) }
        }
    }

    private func form(of op: LinearOperator) -> Form? {
        switch op.kind {
        case .identity: .identityOperator
        case .map(let map, _, _): .map(map.code, residuals: map.residuals.map(\.type))
        case .scaled(let factor, let inner): form(of: inner).map { .scaled(factor.type, $0) }
        case .sum(let a, let b): form(of: a).flatMap { x in form(of: b).map { .sum(x, $0) } }
        case .composition(let a, let b): form(of: a).flatMap { x in form(of: b).map { .composition(x, $0) } }
        }
    }

    /// A value that has a form, with inputs for its tensors, in the order in which `Form.matches` collects them.
    private func taken(_ value: Value, at place: Place) -> Value {
        switch value {
        case .tensor(let operand): return .tensor(input(.read, operand))
        case .record(let record):
            return .record(
                Record(record.fields.map { (name: $0.name, value: taken($0.value, at: .field(place, $0.name))) }))
        case .list(let items):
            return .list(items.enumerated().map { taken($1, at: .element(place, $0)) })
        case .function(let function): return .function(taken(function, at: place))
        case .linearOperator(let op): return .linearOperator(op.replacingTensors { input(.read, $0) })
        case .string, .range, .contraction, .figure, .nothing: return value
        }
    }

    private func taken(_ function: Function, at place: Place) -> Function {
        switch function {
        case .closure(let closure):
            guard let scope = closure.scope else { return function }
            let around = Scope { [unowned self] name in take(scope.lookUp(name), at: .variable(place, name)) }
            return .closure(closure.within(around))
        case .builtIn: return function
        case .gradient(let inner, let selector):
            return .gradient(of: taken(inner, at: .antiderivative(place)), by: selector)
        case .jacobian(let inner): return .jacobian(of: taken(inner, at: .antiderivative(place)))
        case .higher(let inner, let order):
            return .higher(of: taken(inner, at: .antiderivative(place)), order: order)
        }
    }
}
