internal import Glibc
internal import Programs
internal import Tensors

extension BuiltIns {
    static let making: [BuiltIn] = [
        BuiltIn(
            "zeros", "sizes...:whole like?:tree", "Zeros of a shape, or in the shape of a tree.",
            example: ("zeros(2, 2)", "[[0, 0], [0, 0]]")
        ) {
            call throws(Diagnostic) in try filled(call, 0)
        },
        BuiltIn(
            "ones", "sizes...:whole like?:tree", "Ones of a shape, or in the shape of a tree.",
            example: ("ones(3)", "[1, 1, 1]")
        ) {
            call throws(Diagnostic) in try filled(call, 1)
        },
        BuiltIn(
            "full", "value:number sizes...:whole like?:tree", "One number everywhere in a shape.",
            example: ("full(7, 2)", "[7, 7]")
        ) {
            call throws(Diagnostic) in
            let value = try call.tensor("value")
            guard let number = try call.evaluator.known(value, call.span("value")).scalar else {
                throw call.fails("full repeats a number, found a tensor \(value.shape)")
            }
            return try filled(call, number)
        },
        BuiltIn("eye", "n:whole", "The n × n identity matrix.", example: ("eye(2)", "[[1, 0], [0, 1]]")) {
            call throws(Diagnostic) in
            let n = try call.wholeNumber("n") ?? 0
            guard n >= 0 else { throw call.fails("a size is not negative, found \(n)") }
            return try call.tensor { () throws(ComputationError) in try .identity(n).converted(to: call.element) }
        },
        BuiltIn(
            "linspace", "a:number b:number n:whole", "n numbers from a to b, evenly spaced.",
            example: ("linspace(0, 1, 5)", "[0, 0.25, 0.5, 0.75, 1]")
        ) {
            call throws(Diagnostic) in try made(call, spaced(call))
        },
        BuiltIn(
            "logspace", "a:number b:number n:whole", "n powers of ten, from 10^a to 10^b.",
            example: ("logspace(0, 2, 3)", "[1, 10, 100]")
        ) { call throws(Diagnostic) in try made(call, spaced(call).map { pow(10, $0) }) },
        BuiltIn(
            "one_hot", "k:whole|[m] n:whole", "1 at position k of n, 0 elsewhere; a row for each of several k.",
            example: ("one_hot(1, 3)", "[0, 1, 0]")
        ) {
            call throws(Diagnostic) in
            let labels = try call.evaluator.known(call.tensor("k"), call.span("k"))
            let n = try call.wholeNumber("n") ?? 0
            guard n > 0 || labels.shape.count == 0 else {
                throw Diagnostic(.evaluation, "one_hot has 1 place or more, found \(n)", at: call.span("n"))
            }
            for label in labels.doubles where label < 0 || label >= Double(n) || label != label.rounded() {
                throw Diagnostic(
                    .evaluation, "one_hot places a 1 at 0 … \(n - 1), found \(NumberFormat.short.text(label))",
                    at: call.span("k"))
            }
            return try call.tensor { () throws(ComputationError) in
                try Operand.identity(n).taking(.known(labels)).converted(to: call.element)
            }
        },
        BuiltIn("single", "x:tree", "x in single precision (float32), leaf by leaf.", example: ("single(0.5)", "0.5")) {
            call throws(Diagnostic) in
            let x = try call.value("x")
            return try call.at { () throws(ComputationError) in
                try x.mappingLeaves("single") { leaf throws(ComputationError) in try leaf.converted(to: .float32) }
            }
        },
        BuiltIn("list", "items...:value", "A list, whose items are never stacked.", example: ("size(list(1, 2))", "2"))
        {
            call throws(Diagnostic) in .list(call.rest.map(\.value))
        },
    ]

    private static func filled(_ call: Call, _ value: Double) throws(Diagnostic) -> Value {
        if let like = call.optional("like") {
            return try call.at { () throws(ComputationError) in
                try like.mappingLeaves(call.builtIn.name) { leaf throws(ComputationError) in try .full(value, leaf.type)
                }
            }
        }
        let shape = try call.shape(call.rest[...])
        return try call.tensor { () throws(ComputationError) in try .full(value, TensorType(shape, call.element)) }
    }

    private static func made(_ call: Call, _ numbers: [Double]) throws(Diagnostic) -> Value {
        try call.tensor { () throws(ComputationError) in
            try Operand.known(Tensor(vector: numbers)).converted(to: call.element)
        }
    }

    private static func spaced(_ call: Call) throws(Diagnostic) -> [Double] {
        let (a, b) = (try number(call, "a"), try number(call, "b"))
        let n = try call.wholeNumber("n") ?? 0
        guard n >= 0, n <= 100_000_000 else {
            throw Diagnostic(
                .evaluation, "\(call.builtIn.name) makes 0 to 100 000 000 numbers, found \(n)", at: call.span("n"))
        }
        // The last is b itself, whatever the steps rounded to.
        return (0..<n).map { $0 == n - 1 && n > 1 ? b : a + (b - a) * Double($0) / Double(max(n - 1, 1)) }
    }

    static func number(_ call: Call, _ name: String) throws(Diagnostic) -> Double {
        let operand = try call.tensor(name)
        guard let number = try call.evaluator.known(operand, call.span(name)).scalar else {
            throw Diagnostic(
                .evaluation, "\(name) is a number, found \(Value.tensor(operand).kindDescription)", at: call.span(name))
        }
        return number
    }
}
