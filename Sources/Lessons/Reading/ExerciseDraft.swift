internal import Formulas
internal import Typography

/// An exercise while its parts are still being read.
struct ExerciseDraft {
    /// The blocks that belong to an exercise.
    enum Part: String, CaseIterable {
        case starter, hint, solution, check, wrong

        var attributes: [String] { self == .wrong ? ["say", "for"] : ["for"] }
    }

    let id: String
    /// Before which block of its step it stands.
    let place: Int
    /// Whether something is wrong with a part, which has been said.
    var isBroken = false
    private let kind: Exercise.Kind
    private let name: String
    private let variables: [Claim.Quantifier]
    private let tolerance: Double
    private let shows: [ShownTruth]
    private let prompt: [MarkdownBlock]
    private let line: Int
    private let span: Span
    private var starter: CodeBlock?
    private var hints: [[MarkdownBlock]] = []
    private var solution: Exercise.Answer?
    private var check: [Statement]?
    private var wrongs: [Exercise.Wrong] = []

    /// Reads the opening line and the prompt of an exercise.
    init(_ fence: FencedBlock, _ info: BlockInfo, place: Int) throws(Diagnostic) {
        let attributes = try ExerciseAttributes(info, of: fence.file)
        id = attributes.id
        kind = attributes.kind
        name = attributes.name
        variables = attributes.variables
        tolerance = attributes.tolerance
        shows = attributes.shows
        self.place = place
        line = fence.node.firstLine
        span = info.kindSpan
        prompt = try fence.markdown(info)
    }

    /// Adds a part.
    mutating func take(_ part: Part, _ fence: FencedBlock, _ info: BlockInfo) throws(Diagnostic) {
        switch part {
        case .hint: hints.append(try fence.markdown(info))
        case .starter:
            try refuseSecond(starter != nil, part, info)
            starter = try fence.part(info)
        case .solution:
            try refuseSecond(solution != nil, part, info)
            solution = try answer(fence, info)
        case .check:
            try refuseSecond(check != nil, part, info)
            guard kind == .code else {
                throw Diagnostic(
                    .syntax, "a 'check' block judges code, and exercise '\(id)' asks for \(kind.wanted)",
                    at: info.kindSpan)
            }
            let statements = try Parser.parse(try fence.part(info).source)
            guard statements.contains(where: \.isClaim) else {
                throw Diagnostic(.syntax, "the 'check' block claims nothing", at: info.kindSpan)
            }
            check = statements
        case .wrong:
            guard let say = info.items.first(where: { $0.name == "say" })?.value, !say.isEmpty else {
                throw Diagnostic(
                    .syntax, "a 'wrong' block needs what is said to its answer", at: info.kindSpan,
                    help: "wrong {say=\"the factor is missing\"}")
            }
            wrongs.append(Exercise.Wrong(answer: try answer(fence, info), say: say, span: info.kindSpan))
        }
    }

    private func refuseSecond(_ isThere: Bool, _ part: Part, _ info: BlockInfo) throws(Diagnostic) {
        guard isThere else { return }
        throw Diagnostic(.syntax, "exercise '\(id)' has a '\(part.rawValue)' block already", at: info.kindSpan)
    }

    private func answer(_ fence: FencedBlock, _ info: BlockInfo) throws(Diagnostic) -> Exercise.Answer {
        let code = try fence.part(info)
        let statements = try Parser.parse(code.source)
        guard let answer = Exercise.answer(statements, name: name, kind: kind) else {
            throw Diagnostic(
                .syntax, "the '\(info.kind)' block does not bind '\(name)', as an answer to exercise '\(id)' does",
                at: info.kindSpan, help: kind.takesFormulas ? "a formula by itself is an answer too" : nil)
        }
        return Exercise.Answer(code: code, statements: answer.statements, isFormula: answer.isFormula)
    }

    /// The whole exercise, once all its parts are read.
    func exercise() throws(Diagnostic) -> Exercise {
        guard let solution else { throw Diagnostic(.syntax, "exercise '\(id)' has no 'solution' block", at: span) }
        if kind == .code, check == nil {
            throw Diagnostic(
                .syntax, "exercise '\(id)' asks for code, and has no 'check' block to judge it by", at: span)
        }
        return Exercise(
            id: id, kind: kind, name: name, variables: variables, tolerance: tolerance, prompt: prompt,
            starter: starter, hints: hints, solution: solution, check: check ?? [], wrongs: wrongs, shows: shows,
            line: line, span: span)
    }
}

extension Exercise.Kind {
    /// What is asked for, as diagnostics call it.
    var wanted: String {
        switch self {
        case .value: "a value"
        case .expr: "an expression"
        case .function: "a function"
        case .code: "code"
        }
    }
}

extension Statement {
    fileprivate var isClaim: Bool {
        if case .claim = kind { true } else { false }
    }
}
