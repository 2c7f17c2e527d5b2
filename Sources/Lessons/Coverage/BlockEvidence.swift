internal import Formulas

/// What a block holds that can show something: what it claims as it stands, however often that runs.
struct BlockEvidence {
    /// Those of `loop` and `plot` blocks, refutations among them.
    private(set) var claims = 0
    private(set) var derivationLines = 0
    /// Refutations, those in derivations too.
    private(set) var refutes = 0
    private(set) var exercises = 0
    private(set) var quizzes = 0
    /// Blocks whose output or error is given.
    private(set) var outcomes = 0

    init() {}

    /// - Parameter next: the block after it, which may be its output.
    init(_ block: LessonBlock, before next: LessonBlock?) {
        switch block {
        case .prose, .output: break
        case .exercise: exercises = 1
        case .quiz: quizzes = 1
        case .code(let code):
            guard code.isRun else { return }
            if case .output = next { outcomes += 1 }
            if code.expectedError != nil { outcomes += 1 }
            let statements =
                code.kind == .derivation
                ? try? Parser.parseDerivations(code.source) : try? Parser.parse(code.source)
            take(statements ?? [], depth: 0)
        }
    }

    /// A parser nests statements no deeper than this.
    private static let maximumDepth = 1000

    private mutating func take(_ statements: [Statement], depth: Int) {
        guard depth < Self.maximumDepth else { return }
        for statement in statements {
            switch statement.kind {
            case .expression, .binding, .function, .use: break
            case .forLoop(_, _, let body), .whileLoop(_, let body): take(body, depth: depth + 1)
            case .conditional(_, let then, let otherwise):
                take(then, depth: depth + 1)
                take(otherwise, depth: depth + 1)
            case .claim(let claim):
                claims += 1
                if claim.isRefuted { refutes += 1 }
            case .derivation(let derivation):
                derivationLines += derivation.steps.count
                refutes += derivation.steps.count(where: \.claim.isRefuted)
            }
        }
    }

    /// Whether it can show that something is true.
    var showsTruths: Bool { claims + derivationLines + exercises + quizzes + outcomes > 0 }

    /// Whether it can show that something is wrong.
    var meetsErrors: Bool { refutes + exercises + quizzes > 0 }

    static func += (total: inout BlockEvidence, other: BlockEvidence) {
        total.claims += other.claims
        total.derivationLines += other.derivationLines
        total.refutes += other.refutes
        total.exercises += other.exercises
        total.quizzes += other.quizzes
        total.outcomes += other.outcomes
    }
}
