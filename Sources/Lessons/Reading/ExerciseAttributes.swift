internal import Formulas
internal import Typography

/// What stands in the braces of an exercise's opening line: `{#slope kind=expr vars="x ~ randn()"}`.
struct ExerciseAttributes {
    let id: String
    let kind: Exercise.Kind
    let name: String
    let variables: [Claim.Quantifier]
    let tolerance: Double
    let shows: [ShownTruth]

    private static let names = ["#id", "kind", "name", "vars", "tol", BlockInfo.showsName]

    init(_ info: BlockInfo, of file: LessonFile) throws(Diagnostic) {
        var id: String?
        var kind: Exercise.Kind?
        var name: String?
        var variables: [Claim.Quantifier]?
        var tolerance = Exercise.defaultTolerance
        var shows: [ShownTruth] = []
        for item in info.items {
            switch item.name {
            case let text where text.hasPrefix("#"): id = try BlockInfo.id(item)
            case "kind":
                let kinds = Exercise.Kind.allCases.map(\.rawValue)
                guard let found = item.value.flatMap(Exercise.Kind.init) else {
                    let question = item.value.map { Spelling.question($0, in: kinds) } ?? ""
                    throw Diagnostic(
                        .syntax, "no kind of exercise '\(item.value ?? "")'\(question)", at: item.span,
                        help: "the kinds are \(kinds.joined(separator: ", "))")
                }
                kind = found
            case "name": name = try Self.boundName(item)
            case "vars": variables = try Self.variables(item)
            case "tol": tolerance = try BlockInfo.tolerance(item)
            case BlockInfo.showsName: shows = try BlockInfo.shown(item)
            default:
                throw Diagnostic(
                    .syntax,
                    "an exercise has no attribute '\(item.name)'\(Spelling.question(item.name, in: Self.names))",
                    at: item.span, help: "its attributes are \(Self.names.joined(separator: ", "))")
            }
        }
        guard let id else {
            throw Diagnostic(
                .syntax, "an exercise needs an id", at: info.kindSpan, help: "exercise {#slope kind=value}")
        }
        guard let kind else {
            let kinds = Exercise.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Diagnostic(
                .syntax, "exercise '\(id)' needs its kind: one of \(kinds)", at: info.kindSpan,
                help: "exercise {#\(id) kind=value}")
        }
        let asksAtPoints = kind == .expr || kind == .function
        if let item = info.items.first(where: { $0.name == "vars" }), !asksAtPoints {
            throw Diagnostic(.syntax, "\(kind.wanted) has no variables", at: item.span)
        }
        if variables == nil, asksAtPoints {
            throw Diagnostic(
                .syntax, "exercise '\(id)' asks for \(kind.wanted), and needs the variables to judge it at",
                at: info.kindSpan, help: "vars=\"x ~ randn(), α ~ uniform(0, 1)\"")
        }
        if name == nil, kind == .function || kind == .code {
            throw Diagnostic(
                .syntax, "exercise '\(id)' asks for \(kind.wanted), and needs the name that an answer binds",
                at: info.kindSpan, help: "name=step")
        }
        self.id = id
        self.kind = kind
        self.name = name ?? Exercise.defaultName
        self.variables = variables ?? []
        self.tolerance = tolerance
        self.shows = shows
    }

    private static func boundName(_ item: BlockInfo.Item) throws(Diagnostic) -> String {
        let text = item.value ?? ""
        if let statements = try? Parser.parse(Source(name: "", text: text)), statements.count == 1,
            case .expression(let expression) = statements[0].kind, case .name(let name) = expression.kind
        {
            return name
        }
        throw Diagnostic(.syntax, "'name' must be a name that can be bound, not '\(text)'", at: item.span)
    }

    private static func variables(_ item: BlockInfo.Item) throws(Diagnostic) -> [Claim.Quantifier] {
        let text = item.value ?? ""
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw Diagnostic(
                .syntax, "'vars' needs variables and what they are drawn from", at: item.span,
                help: "vars=\"x ~ randn(), α ~ uniform(0, 1)\"")
        }
        // The text begins after the quote, and diagnostics name its own column.
        let start = item.span.range.upperBound - 1 - text.utf8.count
        let place = Span(item.span.source, start..<start).start
        let padded = String(repeating: " ", count: max(0, place.column - 1)) + text
        let source = Source(name: item.span.source.name, text: padded, firstLine: place.line)
        let variables = try Parser.parseVariables(source)
        var names: Set<String> = []
        for variable in variables where !names.insert(variable.name).inserted {
            throw Diagnostic(.syntax, "the variable '\(variable.name)' is given twice", at: variable.nameSpan)
        }
        return variables
    }
}

extension BlockInfo {
    /// The id that an item like `#slope` gives.
    static func id(_ item: Item) throws(Diagnostic) -> String {
        let id = String(item.name.dropFirst())
        guard item.name.hasPrefix("#"), item.value == nil, Identifier.isValid(id) else {
            throw Diagnostic(
                .syntax, "an id is made of letters, digits and '-', like '#slope'; '\(item.name)' is not", at: item.span
            )
        }
        return id
    }

    /// The number that `tol=1e-3` gives.
    static func tolerance(_ item: Item) throws(Diagnostic) -> Double {
        guard let value = item.value.flatMap(Double.init), value >= 0, value.isFinite else {
            throw Diagnostic(.syntax, "'tol' must be a number that is not negative, like 1e-3", at: item.span)
        }
        return value
    }
}
