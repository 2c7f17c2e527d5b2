extension BuiltIns {
    static let output: [BuiltIn] = [
        BuiltIn("print", "values...", "Prints values on one line.", example: ("print(\"α =\", 0.1);", "α = 0.1")) {
            call throws(Diagnostic) in
            try call.evaluator.noteEffect(call.span)
            call.evaluator.printed.append(call.rest.map(\.value.inlineText).joined(separator: " "))
            return .nothing
        }
    ]
}
