internal import Typography

/// A built-in function of the language, in one place: everything that help, completion and the reference say of it, and
/// what it does.
public struct BuiltIn: Sendable {
    /// A parameter of a built-in.
    public struct Parameter: Sendable {
        public let name: String
        /// What it takes: a shape like `[…, n]` (with `…` for any axes), `tree`, `whole` (a number), `function`, `text`.
        public let shape: String
        public let isOptional: Bool
        /// Whether it takes all positional arguments from its place on.
        public let isVariadic: Bool

        /// `x:[…,n]`, `axis?:whole`, `sizes...:whole`.
        init(_ text: String) {
            let parts = text.split(separator: ":", maxSplits: 1)
            let name = parts[0]
            isVariadic = name.hasSuffix("...")
            isOptional = name.hasSuffix("?") || isVariadic
            self.name = name.filter { $0 != "?" && $0 != "." }
            shape =
                parts.count == 1 ? "" : String(parts[1]).replacing(",", with: ", ").replacing("|", with: " or ")
        }
    }

    public let name: String
    /// Other spellings of the same: `Σ` for `sum`.
    public let spellings: [String]
    public let parameters: [Parameter]
    /// One sentence.
    public let summary: String
    /// A formula and what it gives.
    public let example: (formula: String, output: String)
    /// Whether it reduces a generator's items, which then come to it as they are.
    let reducesItems: Bool
    /// Whether it derives the function that is its first argument, so that a call of it is traced in any case.
    let isDerivative: Bool
    let body: @Sendable (Call) throws(Diagnostic) -> Value

    init(
        _ name: String, _ parameters: String, spellings: [String] = [], _ summary: String,
        example: (String, String), reducesItems: Bool = false, isDerivative: Bool = false,
        _ body: @escaping @Sendable (Call) throws(Diagnostic) -> Value
    ) {
        self.name = name
        self.spellings = spellings
        self.parameters = parameters.split(separator: " ").map { Parameter(String($0)) }
        self.summary = summary
        self.example = example
        self.reducesItems = reducesItems
        self.isDerivative = isDerivative
        self.body = body
    }

    /// `sum(x, axis?, keep?)`.
    public var signature: String {
        let parts = parameters.map { $0.name + ($0.isVariadic ? "…" : $0.isOptional ? "?" : "") }
        return "\(name)(\(parts.joined(separator: ", ")))"
    }
}

/// A form that takes its arguments unevaluated, as `vary` takes a binding.
public struct SpecialForm: Sendable {
    public let name: String
    public let signature: String
    public let summary: String
    public let example: (formula: String, output: String)
    let evaluate: @Sendable (Evaluator, [Argument], Span, Scope?) throws(Diagnostic) -> Value
}

/// All built-ins, by their spellings.
struct BuiltInTable: Sendable {
    let functions: [BuiltIn]
    let forms: [SpecialForm]
    private let functionOfSpelling: [String: BuiltIn]
    private let formOfName: [String: SpecialForm]

    init(functions: [BuiltIn], forms: [SpecialForm]) {
        self.functions = functions
        self.forms = forms
        var bySpelling: [String: BuiltIn] = [:]
        for function in functions {
            for spelling in [function.name] + function.spellings {
                precondition(bySpelling[spelling] == nil, "two built-ins are called \(spelling)")
                bySpelling[spelling] = function
            }
        }
        functionOfSpelling = bySpelling
        formOfName = Dictionary(uniqueKeysWithValues: forms.map { ($0.name, $0) })
    }

    func function(_ name: String) -> BuiltIn? { functionOfSpelling[name] }
    func specialForm(_ name: String) -> SpecialForm? { formOfName[name] }

    func constant(_ name: String) -> Value? {
        switch name {
        case "π": .number(.pi)
        case "I": .linearOperator(.identity)
        default: nil
        }
    }

    var names: [String] { functionOfSpelling.keys.sorted() + formOfName.keys.sorted() + ["π", "I"] }

    /// Why a top-level name can't be bound; nil where it can. The papers' `σ` and `Σ` are also names people use.
    func reasonNotToBind(_ name: String) -> String? {
        if name == "σ" || name == "Σ" { return nil }
        if constant(name) != nil { return "\(name) is a constant" }
        if functionOfSpelling[name] != nil || formOfName[name] != nil { return "\(name) is a built-in function" }
        return nil
    }

    static let standard = BuiltInTable(
        functions: BuiltIns.groups.flatMap(\.functions),
        forms: BuiltIns.bindingForms)
}

/// The groups of built-ins, each in a file of its own.
enum BuiltIns {
    /// In the order that a reader would meet them.
    static let groups: [(title: String, functions: [BuiltIn])] = [
        ("Making tensors", making), ("Random draws", drawing), ("Element by element", elementwise),
        ("Reductions", reducing), ("Shapes", shaping), ("Linear algebra", linearAlgebra), ("Learning", learning),
        ("Layers of networks", layers), ("Calculus", calculus), ("Trees", trees), ("Figures", figures),
        ("Figures of points", points), ("Figures of bars", bars), ("Surfaces and maps", surfaces), ("Images", images),
        ("Comparisons of gradients", comparisons), ("Data", data), ("Output", output),
    ]
}
