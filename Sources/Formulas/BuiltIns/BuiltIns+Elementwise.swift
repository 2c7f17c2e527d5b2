internal import Programs
internal import Tensors

extension BuiltIns {
    static let elementwise: [BuiltIn] = [
        unary("exp", "eˣ.", ("exp(0)", "1")) { x throws(ComputationError) in try x.exp() },
        unary("log", "The natural logarithm.", ("log(1)", "0")) { x throws(ComputationError) in try x.log() },
        unary("sin", "The sine, x in radians.", ("sin(0)", "0")) { x throws(ComputationError) in try x.sin() },
        unary("cos", "The cosine, x in radians.", ("cos(π)", "-1")) { x throws(ComputationError) in try x.cos() },
        unary("tan", "The tangent, x in radians.", ("tan(0)", "0")) { x throws(ComputationError) in try x.tan() },
        unary("tanh", "The hyperbolic tangent.", ("tanh(0)", "0")) { x throws(ComputationError) in try x.tanh() },
        unary("sqrt", "The square root; also √x.", ("sqrt(16)", "4")) { x throws(ComputationError) in try x.squareRoot()
        },
        unary("abs", "The absolute value; its slope at 0 is 0.", ("abs(-3)", "3")) { x throws(ComputationError) in
            try x.abs()
        },
        unary("sign", "-1, 0 or 1.", ("sign(-3)", "-1")) { x throws(ComputationError) in try x.sign() },
        unary("floor", "The largest whole number not above x.", ("floor(2.7)", "2")) { x throws(ComputationError) in
            try x.floor()
        },
        unary("sigmoid", spellings: ["σ"], "1/(1 + e⁻ˣ).", ("sigmoid(0)", "0.5")) { x throws(ComputationError) in
            try x.sigmoid()
        },
        unary("relu", "max(x, 0); its slope at 0 is 0.", ("relu([-1, 2])", "[0, 2]")) { x throws(ComputationError) in
            try x.relu()
        },
        unary("softplus", "log(1 + eˣ).", ("softplus(0)", "0.693147")) { x throws(ComputationError) in try x.softplus()
        },
        unary("gelu", "x times the normal distribution function of x.", ("gelu(0)", "0")) {
            x throws(ComputationError) in try x.gelu()
        },
        unary("erf", "The error function.", ("erf(0)", "0")) { x throws(ComputationError) in try x.erf() },
        BuiltIn("atan2", "y:[…] x:[…]", "The angle of the point (x, y), in radians.", example: ("atan2(0, 1)", "0")) {
            call throws(Diagnostic) in
            let (y, x) = (try call.tensor("y"), try call.tensor("x"))
            return try call.tensor { () throws(ComputationError) in try y.angle(x) }
        },
        BuiltIn(
            "clip", "x:[…] lo:[…] hi:[…]", "x, but not below lo and not above hi.",
            example: ("clip([-2, 0.5, 2], -1, 1)", "[-1, 0.5, 1]")
        ) {
            call throws(Diagnostic) in
            let (x, lo, hi) = (try call.tensor("x"), try call.tensor("lo"), try call.tensor("hi"))
            return try call.tensor { () throws(ComputationError) in try x.maximum(lo).minimum(hi) }
        },
        BuiltIn(
            "where", "p:[…]truth a:[…] b:[…]",
            "a where p holds, b elsewhere; the branch not taken has no part in the derivative.",
            example: ("where([true, false], 1, 2)", "[1, 2]")
        ) { call throws(Diagnostic) in
            let (p, a, b) = (try call.tensor("p"), try call.tensor("a"), try call.tensor("b"))
            return try call.tensor { () throws(ComputationError) in try p.select(a, b) }
        },
    ]

    private static func unary(
        _ name: String, spellings: [String] = [], _ summary: String, _ example: (String, String),
        _ function: @escaping @Sendable (Operand) throws(ComputationError) -> Operand
    ) -> BuiltIn {
        BuiltIn(name, "x:[…]", spellings: spellings, summary, example: example) { call throws(Diagnostic) in
            let x = try call.tensor("x")
            return try call.tensor { () throws(ComputationError) in try function(x) }
        }
    }
}
