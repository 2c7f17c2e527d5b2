extension BuiltIns {
    static let output: [BuiltIn] = [
        BuiltIn("print", "values...:value", "Prints values on one line.", example: ("print(\"α =\", 0.1);", "α = 0.1"))
        {
            call throws(Diagnostic) in
            try call.evaluator.noteEffect(call.span)
            call.evaluator.outputs.append(.line(call.rest.map(\.value.settled.inlineText).joined(separator: " ")))
            return .nothing
        },
        BuiltIn(
            "show", "x:value|figure", "Shows a value in full, as a cell that ends in it does: a figure is drawn.",
            example: ("for n in 1..2 { show([n, n²]) }", "[1, 1]\n[2, 4]")
        ) { call throws(Diagnostic) in
            try call.evaluator.noteEffect(call.span)
            call.evaluator.outputs.append(.value(try call.value("x").settled))
            return .nothing
        },
    ]
}
