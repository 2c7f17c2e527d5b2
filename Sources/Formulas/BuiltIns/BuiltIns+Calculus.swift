internal import Programs
internal import Tensors

extension BuiltIns {
    static let calculus: [BuiltIn] = [
        BuiltIn(
            "grad", "f:function wrt?:whole|text",
            "The gradient of f by its first argument, or by the one `wrt` names or counts from 0; also ∇f.",
            example: ("grad(x -> x²)(3)", "6")
        ) {
            call throws(Diagnostic) in .function(.gradient(of: try call.function("f"), by: try selector(call)))
        },
        BuiltIn(
            "hessian", "f:function", "The second derivative of f as an operator; also ∇²f.",
            example: ("hessian(x -> x³)(2)", "12")
        ) {
            call throws(Diagnostic) in .function(.higher(of: try call.function("f"), order: 2))
        },
        BuiltIn(
            "jacobian", "f:function", "The derivative of f as an operator; also ∂f.",
            example: ("jacobian(x -> [x, x²])(3)", "[1, 6]")
        ) {
            call throws(Diagnostic) in .function(.jacobian(of: try call.function("f")))
        },
        BuiltIn(
            "jvp", "f:function x:tree v:tree", "The derivative of f at x along v.",
            example: ("jvp(x -> x², 3, 10)", "60"),
            isDerivative: true
        ) {
            call throws(Diagnostic) in
            let (f, point) = (try call.function("f"), try argument(call, "x"))
            return try call.evaluator.derivative(
                of: f, [point], by: 0, along: call.value("v"), call.span,
                from: call.span("v"))
        },
        BuiltIn(
            "vjp", "f:function x:tree w:tree", "The transposed derivative of f at x applied to w.",
            example: ("vjp(x -> 2x, [1, 2], [1, 10])", "[2, 20]"), isDerivative: true
        ) {
            call throws(Diagnostic) in
            let (f, point, w) = (try call.function("f"), try argument(call, "x"), try call.value("w"))
            let traced = try call.evaluator.trace(f, [point], by: 0, call.span)
            let cotangents = try w.leaves(like: traced.codomain, call.span("w"))
            return try call.at { () throws(ComputationError) in
                traced.domain.tree(try traced.function.linearized().map.transposed().apply(cotangents))
            }
        },
        BuiltIn(
            "hvp", "f:function x:tree v:tree", "The second derivative of f at x applied to v.",
            example: ("hvp(x -> x · x, [1, 2], [1, 0])", "[2, 0]"), isDerivative: true
        ) {
            call throws(Diagnostic) in
            let (f, point) = (try call.function("f"), try argument(call, "x"))
            return try call.evaluator.derivative(
                of: .gradient(of: f, by: .position(0)), [point], by: 0, along: call.value("v"), call.span,
                from: call.span("v"))
        },
        BuiltIn("stop", "x:tree", "x itself, constant to every derivative.", example: ("∇(x -> stop(x) * x)(3)", "3")) {
            call throws(Diagnostic) in
            let x = try call.value("x")
            return try call.at { () throws(ComputationError) in
                try x.mappingLeaves("stop") { leaf throws(ComputationError) in try leaf.stopped() }
            }
        },
    ]

    private static func argument(_ call: Call, _ name: String) throws(Diagnostic) -> CallArgument {
        CallArgument(label: nil, value: try call.value(name), span: call.span(name))
    }

    private static func selector(_ call: Call) throws(Diagnostic) -> ArgumentSelector {
        guard let wrt = call.optional("wrt") else { return .position(0) }
        if case .string(let name) = wrt { return .name(name) }
        let position = try call.evaluator.wholeNumber(wrt, "wrt", call.span("wrt"))
        guard position >= 0 else {
            throw Diagnostic(.evaluation, "arguments are counted from 0, found \(position)", at: call.span("wrt"))
        }
        return .position(position)
    }
}
