internal import Programs
internal import Tensors

/// What a value is but for its numbers: two values of one form take the same way through a piece of code, unless it
/// looks at their numbers.
indirect enum Form {
    /// A name that is not bound.
    case absent
    case tensor(TensorType)
    case string(String)
    case range(WholeRange)
    case record([(name: String, form: Form)])
    case list([Form])
    case closure(CodeIdentity)
    case builtIn(String)
    case gradient(Form, ArgumentSelector)
    case jacobian(Form)
    case higher(Form, Int)
    case identityOperator
    case map(LinearMap.Code, residuals: [TensorType])
    case scaled(TensorType, Form)
    case sum(Form, Form)
    case composition(Form, Form)

    /// Whether a value has this form. Its tensors are appended in the order in which a recording takes them in.
    func matches(_ value: Value?, _ tensors: inout [Operand]) -> Bool {
        switch (self, value) {
        case (.absent, nil): return true
        case (.absent, _), (_, nil): return false
        case (.tensor(let type), .tensor(let operand)?):
            tensors.append(operand)
            return operand.type == type
        case (.string(let a), .string(let b)?): return a == b
        case (.range(let a), .range(let b)?): return a == b
        case (.record(let fields), .record(let record)?):
            return fields.count == record.fields.count
                && zip(fields, record.fields).allSatisfy {
                    $0.name == $1.name && $0.form.matches($1.value, &tensors)
                }
        case (.list(let forms), .list(let items)?):
            return forms.count == items.count && zip(forms, items).allSatisfy { $0.matches($1, &tensors) }
        case (_, .function(let function)?): return matches(function, &tensors)
        case (_, .linearOperator(let op)?): return matches(op, &tensors)
        default: return false
        }
    }

    private func matches(_ function: Function, _ tensors: inout [Operand]) -> Bool {
        switch (self, function) {
        case (.closure(let code), .closure(let closure)): code == CodeIdentity(closure)
        case (.builtIn(let name), .builtIn(let builtIn)): name == builtIn.name
        case (.gradient(let form, let a), .gradient(let inner, let b)):
            a == b && form.matches(inner, &tensors)
        case (.jacobian(let form), .jacobian(let inner)): form.matches(inner, &tensors)
        case (.higher(let form, let a), .higher(let inner, let b)): a == b && form.matches(inner, &tensors)
        default: false
        }
    }

    private func matches(_ op: LinearOperator, _ tensors: inout [Operand]) -> Bool {
        switch (self, op.kind) {
        case (.identityOperator, .identity): return true
        case (.map(let code, let types), .map(let map, _, _)):
            tensors += map.residuals
            return code === map.code && map.residuals.map(\.type) == types
        case (.scaled(let type, let form), .scaled(let factor, let inner)):
            tensors.append(factor)
            return factor.type == type && form.matches(inner, &tensors)
        case (.sum(let a, let b), .sum(let x, let y)), (.composition(let a, let b), .composition(let x, let y)):
            return a.matches(x, &tensors) && b.matches(y, &tensors)
        default: return false
        }
    }
}

/// Which code a function is: where its body stands. A definition that is read again is another code.
struct CodeIdentity: Hashable {
    private let source: Source
    private let range: Range<Int>

    init(_ closure: Closure) { self.init(closure.body.span) }

    init(_ span: Span) {
        source = span.source
        range = span.range
    }

    static func == (a: CodeIdentity, b: CodeIdentity) -> Bool { a.source === b.source && a.range == b.range }

    func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(source))
        hasher.combine(range)
    }
}
