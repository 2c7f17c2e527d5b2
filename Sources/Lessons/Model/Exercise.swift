public import Formulas

/// Something asked of the reader, who answers with formulas.
///
/// In a lesson's file:
///
///     ```exercise {#slope kind=expr name=g vars="x ~ randn(), α ~ uniform(0, 1)"}
///     The prompt, as Markdown.
///     ```
///     ```starter
///     g = …                        what the reader begins with; it must not be right
///     ```
///     ```hint
///     Markdown; `:hint` shows the first, then the next.
///     ```
///     ```solution
///     g = (1 - α) * x
///     ```
///     ```wrong {say="the factor (1 − α) is missing"}
///     g = x
///     ```
///
/// The parts belong to the exercise before them in the step, or to another one of it with `for=slope`. An answer is what binds
/// the exercise's name (`answer`, where no other is given); of a value or an expression also a bare formula. It is judged by
/// what it gives, never by how it is written. What the lesson goes on with is the solution, whatever the reader wrote.
public struct Exercise: Sendable {
    /// What is asked for, and how it is judged.
    public enum Kind: String, Sendable, CaseIterable {
        /// One value.
        case value
        /// A formula: its value at five points drawn for the variables of `vars`, which need not be bound.
        case expr
        /// A function: what it gives for five sets of arguments, drawn as `vars` says, in the order of its parameters.
        case function
        /// Statements: the claims of the `check` block must hold after them.
        case code

        /// Whether a formula by itself is an answer.
        var takesFormulas: Bool { self == .value || self == .expr }
    }

    /// Statements that answer an exercise, rightly or not.
    public struct Answer: Sendable {
        /// The code as the lesson has it, to be shown and run.
        public let code: CodeBlock
        /// The same; a bare formula is bound to the exercise's name.
        public let statements: [Statement]
        /// Whether it was a bare formula.
        public let isFormula: Bool
    }

    /// A misconception: the answer that it leads to, and what is said to it.
    public struct Wrong: Sendable {
        public let answer: Answer
        public let say: String
        public let span: Span
    }

    /// Unique in its lesson.
    public let id: String
    public let kind: Kind
    /// What an answer binds.
    public let name: String
    public let variables: [Claim.Quantifier]
    /// The relative error within which an answer is right.
    public let tolerance: Double
    public let prompt: [MarkdownBlock]
    public let starter: CodeBlock?
    public let hints: [[MarkdownBlock]]
    public let solution: Answer
    /// The claims that judge code; empty for other kinds.
    public let check: [Statement]
    public let wrongs: [Wrong]
    /// What it shows to be true, or wrong.
    public let shows: [ShownTruth]
    public let line: Int
    public let span: Span

    static let defaultName = "answer"
    static let defaultTolerance = 1e-9
    /// At how many points an answer is judged.
    static let pointCount = 5

    /// The solution where the lesson goes on by running it. A bare formula of variables binds nothing, and they may mean
    /// nothing where it stands: it is only shown.
    var solutionToRun: CodeBlock? { kind == .expr && solution.isFormula ? nil : solution.code }

    /// The statements of an entry, where it is an answer: it binds the exercise's name, or is a formula where those are taken.
    public func answer(_ entry: [Statement]) -> [Statement]? {
        Exercise.answer(entry, name: name, kind: kind)?.statements
    }

    static func answer(
        _ statements: [Statement], name: String, kind: Kind
    ) -> (statements: [Statement], isFormula: Bool)? {
        if statements.contains(where: { $0.boundNames.contains(name) }) { return (statements, false) }
        guard kind.takesFormulas, statements.count == 1, case .expression(let formula) = statements[0].kind else {
            return nil
        }
        let binding = Statement.Kind.binding(.name(name, formula.span), formula)
        return ([Statement(binding, at: statements[0].span)], true)
    }
}

extension Statement {
    /// The names that a binding or a definition binds.
    fileprivate var boundNames: [String] {
        switch kind {
        case .binding(let pattern, _): pattern.boundNames
        case .function(let name, _, _, _): [name]
        case .expression, .forLoop, .whileLoop, .conditional, .claim, .use, .derivation: []
        }
    }
}

extension Pattern {
    fileprivate var boundNames: [String] {
        switch self {
        case .name(let name, _): [name]
        case .list(let patterns, _): patterns.flatMap(\.boundNames)
        case .record(let names, _): names.map(\.name)
        }
    }
}
