internal import Programs
internal import Tensors

extension BuiltIns {
    static let learning: [BuiltIn] = [
        along("softmax", "eˣ / Σ eˣ along an axis (the last).", ("softmax([0, 0])", "[0.5, 0.5]")) {
            x, axis throws(ComputationError) in try x.softmax(axis)
        },
        along(
            "log_softmax", "log of softmax along an axis (the last), without overflow.",
            ("log_softmax([0, -1000])", "[0, -1000]")
        ) {
            x, axis throws(ComputationError) in try x.logSoftmax(axis)
        },
        pair(
            "cross_entropy", "logits:[…,C] labels:[…]|[…,C]", "−log p of the labelled class; the mean over a batch.",
            ("cross_entropy([0, 0], 1)", "0.693147")
        ) {
            logits, labels throws(ComputationError) in try logits.crossEntropy(labels)
        },
        pair(
            "binary_cross_entropy", "logits:[…] y:[…]",
            "−log σ(z) where y is 1, −log(1 − σ(z)) where it is 0; the mean over a batch.",
            ("binary_cross_entropy(0, 1)", "0.693147")
        ) {
            logits, y throws(ComputationError) in try logits.binaryCrossEntropy(y)
        },
        pair("mse", "a:[…] b:[…]", "The mean of squared differences.", ("mse([1, 2], [1, 4])", "2")) {
            a, b throws(ComputationError) in try a.meanSquaredError(b)
        },
        pair(
            "squared_distance", "a:[…] b:[…]", "The sum of squared differences.",
            ("squared_distance([1, 2], [4, 6])", "25")
        ) {
            a, b throws(ComputationError) in try a.squaredDistance(b)
        },
        pair(
            "cosine", "a:[…] b:[…]", "The cosine of the angle between two tensors; 0 where one is 0.",
            ("cosine([1, 0], [0, 2])", "0")
        ) {
            a, b throws(ComputationError) in try a.cosine(b)
        },
    ]

    private static func pair(
        _ name: String, _ parameters: String, _ summary: String, _ example: (String, String),
        _ body: @escaping @Sendable (Operand, Operand) throws(ComputationError) -> Operand
    ) -> BuiltIn {
        let names = parameters.split(separator: " ").map { BuiltIn.Parameter(String($0)).name }
        return BuiltIn(name, parameters, summary, example: example) { call throws(Diagnostic) in
            let (a, b) = (try call.tensor(names[0]), try call.tensor(names[1]))
            return try call.tensor { () throws(ComputationError) in try body(a, b) }
        }
    }
}
