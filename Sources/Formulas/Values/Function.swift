/// A function of the language.
public indirect enum Function {
    case closure(Closure)
    case builtIn(BuiltIn)
    /// `∇f`: the gradient by one argument.
    case gradient(of: Function, by: ArgumentSelector)
    /// `∂f`: the derivative as a linear operator, by the first argument.
    case jacobian(of: Function)
    /// `∇²f`, `∇³f`, ….
    case higher(of: Function, order: Int)

    /// As a formula names it: `f`, `∇f`, a lambda as it is written in parentheses.
    var spelling: String {
        switch self {
        case .closure(let closure):
            closure.name ?? "(\(abbreviated(closure.span.text.replacing("\n", with: " "), to: 30)))"
        case .builtIn(let builtIn): builtIn.name
        case .gradient(let function, _): "∇" + function.spelling
        case .jacobian(let function): "∂" + function.spelling
        case .higher(let function, let order): "∇" + Scripts.superscript(order) + function.spelling
        }
    }
}

/// Which argument a derivative is taken by.
public enum ArgumentSelector: Hashable, Sendable {
    case position(Int)
    case name(String)

    /// As a message names it: `number 1 from 0`, `y`.
    var description: String {
        switch self {
        case .position(let position): "number \(position) from 0"
        case .name(let name): name
        }
    }
}

/// A function written in the language, with the scope it was written in.
public struct Closure {
    /// Nil for a lambda.
    let name: String?
    let parameters: [Parameter]
    let body: Expression
    /// Where the names of its body are looked up after its parameters; nil at top level.
    let scope: Scope?
    /// The definition.
    let span: Span

    /// The same function, written in another scope.
    func within(_ scope: Scope) -> Closure {
        Closure(name: name, parameters: parameters, body: body, scope: scope, span: span)
    }
}
