internal import Programs
internal import Tensors

extension BuiltIns {
    static let layers: [BuiltIn] = [
        BuiltIn(
            "conv2d", "x:[N,C,H,W] w:[O,C,h,w] stride?:whole padding?:text|whole",
            "The convolution of images [N, C, H, W] with kernels [O, C, h, w]; padding: \"valid\", \"same\" or a number.",
            example: ("shape(conv2d(ones(1, 1, 5, 5), ones(2, 1, 3, 3)))", "[1, 2, 3, 3]")
        ) { call throws(Diagnostic) in
            let (x, w) = (try call.tensor("x"), try call.tensor("w"))
            let (stride, padding) = (try call.wholeNumber("stride") ?? 1, try padding(call))
            return try call.tensor { () throws(ComputationError) in
                try x.convolved(w, stride: stride, padding: padding)
            }
        },
        BuiltIn(
            "max_pool", "x:[N,C,H,W] size?:whole stride?:whole",
            "The largest of each window of images [N, C, H, W]; windows of size 2 side by side where not said otherwise.",
            example: ("max_pool(reshape(1..4, 1, 1, 2, 2))", "[[[[4]]]]")
        ) { call throws(Diagnostic) in
            let (x, size) = (try call.tensor("x"), try call.wholeNumber("size") ?? 2)
            let stride = try call.wholeNumber("stride")
            return try call.tensor { () throws(ComputationError) in try x.maxPooled(size, stride: stride) }
        },
        BuiltIn(
            "batch_norm", "x:[N,F]|[N,C,H,W] γ:[F]|[C] β:[F]|[C] ε?:number",
            "γ (x − μ)/√(σ² + ε) + β with the batch's own statistics, for each feature of [N, F] or channel of [N, C, H, W]; ε is 0.00001.",
            example: ("batch_norm([[0], [2]], [1], [0], epsilon: 0)", "[[-1], [1]]")
        ) { call throws(Diagnostic) in
            let (x, scale, shift) = (try call.tensor("x"), try call.tensor("γ"), try call.tensor("β"))
            let epsilon = try call.has("ε") ? number(call, "ε") : 1e-5
            return try call.tensor { () throws(ComputationError) in
                try x.batchNormalised(scale: scale, shift: shift, epsilon: epsilon)
            }
        },
        BuiltIn(
            "lstm_cell", "x:[…,d] h:[…,m] c:[…,m] W:[d,4m] U:[m,4m] b:[4m]",
            "One step of an LSTM: the record {h, c}; W is [d, 4m], U [m, 4m], b [4m], the gates in the order i, f, g, o.",
            example: ("lstm_cell([1], [0], [2], zeros(1, 4), zeros(1, 4), zeros(4)).c", "[1]")
        ) { call throws(Diagnostic) in
            let (x, h, c) = (try call.tensor("x"), try call.tensor("h"), try call.tensor("c"))
            let (w, u, b) = (try call.tensor("W"), try call.tensor("U"), try call.tensor("b"))
            let next = try call.at { () throws(ComputationError) in
                try Operand.longShortTermMemory(x: x, h: h, c: c, w: w, u: u, b: b)
            }
            return .record(Record([("h", .tensor(next.h)), ("c", .tensor(next.c))]))
        },
    ]

    private static func padding(_ call: Call) throws(Diagnostic) -> Padding {
        guard let value = call.optional("padding") else { return .valid }
        if case .string(let name) = value {
            switch name {
            case "valid": return .valid
            case "same": return .same
            default:
                throw Diagnostic(
                    .evaluation, "padding is \"valid\", \"same\" or a number, found \"\(name)\"",
                    at: call.span("padding"))
            }
        }
        let count = try call.evaluator.wholeNumber(value, "padding", call.span("padding"))
        guard count >= 0 else {
            throw Diagnostic(.evaluation, "padding is not negative, found \(count)", at: call.span("padding"))
        }
        return .zeros(count)
    }
}
