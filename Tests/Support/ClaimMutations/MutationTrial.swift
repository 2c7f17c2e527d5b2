public import Formulas

/// Tries the mutants of claims, each in the session that the claim held in, and counts what becomes of them.
public struct MutationTrial {
    /// The number of mutants that each claim must have, and that must fail.
    public static let leastMutants = 4

    public private(set) var claims = 0
    public private(set) var mutants = 0
    public private(set) var caught = 0
    /// Claims that fail, as a test may want.
    public private(set) var failingClaims: [String] = []
    /// Mutants that hold, and are not listed as equivalent.
    public private(set) var survivors: [String] = []
    /// Claims that have too few mutants.
    public private(set) var tooFew: [String] = []
    /// What is wrong with the list of equivalent mutants.
    public private(set) var falselyListed: [String] = []
    private var met: Set<Equivalent.Key> = []
    private let equivalents: Set<Equivalent.Key>
    private let stride: Int
    private var made = 0

    /// - Parameters:
    ///   - equivalents: mutants that are true.
    ///   - stride: of how many mutants one is tried. Of a sample nothing is said about what is missing.
    public init(_ equivalents: [Equivalent], oneOf stride: Int = 1) {
        self.equivalents = Set(equivalents.flatMap(\.keys))
        self.stride = stride
    }

    /// The mutants that an identity makes true.
    public var equivalent: Int { met.count }

    /// Listed mutants that were not made.
    public var unmet: [String] { equivalents.subtracting(met).map(\.description).sorted() }

    public var problems: [String] {
        let wrong =
            survivors.map { "survives: \($0)" }
            + falselyListed.map { "listed as equivalent, but fails: \($0)" }
        if stride > 1 { return wrong }
        return wrong + tooFew.map { "too few mutants: \($0)" }
            + unmet.map { "listed as equivalent, but not made: \($0)" }
    }

    public var report: String {
        let share = mutants == 0 ? 0 : 100 * caught / mutants
        return "\(claims) claims, \(mutants) mutants that are wrong and \(met.count) that an identity makes true, "
            + "caught \(share) %"
    }

    // MARK: Trying

    /// Tries the mutants of a program's claims. The session is left as the program leaves it.
    public mutating func run(_ program: Source, in session: Session) throws(Diagnostic) {
        let start = session.state
        let statements = try Parser.parse(program)
        var (index, before) = (0, start)
        try session.run(program, keepGoing: true) { cell in
            if case .claim = statements[index].kind {
                take(cell, of: statements[index], from: before, in: session)
            } else {
                takeInner(cell, of: program, part: 0..<program.bytes.count, from: start, in: session)
            }
            (index, before) = (index + 1, session.state)
        }
    }

    /// The same for a block of derivations.
    public mutating func runDerivations(_ block: Source, in session: Session) throws(Diagnostic) {
        let statements = try Parser.parseDerivations(block)
        var (index, before) = (0, session.state)
        try session.runDerivation(block, keepGoing: true) { cell in
            take(cell, of: statements[index], from: before, in: session)
            (index, before) = (index + 1, session.state)
        }
    }

    /// Tries the mutants of what a statement claimed, at its end.
    ///
    /// - Parameters:
    ///   - before: the session's state in which the statement ran.
    ///   - session: left in the state that it has.
    public mutating func take(
        _ cell: Cell, of statement: Statement, from before: Session.State, in session: Session
    ) {
        switch statement.kind {
        case .claim(let claim):
            if let outcome = cell.claims.first { take(outcome, claim, isStep: false, from: before, in: session) }
        case .derivation(let derivation):
            for (outcome, step) in zip(cell.claims, derivation.steps) {
                take(outcome, step.claim, isStep: true, from: before, in: session)
            }
        case .forLoop, .whileLoop, .conditional:
            takeInner(cell, of: statement.span.source, part: statement.span.range, from: before, in: session)
        case .expression, .binding, .function, .use: break
        }
    }

    private mutating func take(
        _ outcome: ClaimOutcome, _ claim: Claim, isStep: Bool, from before: Session.State, in session: Session
    ) {
        guard outcome.holds else {
            failingClaims.append(outcome.text)
            return
        }
        let state = session.state
        let name = Equivalent.Key.claim(SourcePrinter().print(Statement(.claim(claim), at: claim.span)))
        weigh(claim, isStep: isStep, named: name) { mutant in
            session.state = before
            defer { session.state = state }
            return Self.verdict(try? session.run(Source(name: "mutant", text: mutant.text)))
        }
    }

    /// Claims in functions and loops: a part of the program again, the whole of it, say, with a mutant in the claim's place.
    private mutating func takeInner(
        _ cell: Cell, of program: Source, part: Range<Int>, from start: Session.State, in session: Session
    ) {
        var seen: [Range<Int>] = []
        for outcome in cell.claims where outcome.span.source === program && !seen.contains(outcome.span.range) {
            let place = outcome.span.range
            seen.append(place)
            guard cell.claims.allSatisfy({ $0.span.range != place || $0.holds }) else {
                failingClaims.append(outcome.text)
                continue
            }
            guard let statement = try? Parser.parse(Source(name: "claim", text: outcome.span.text)).first,
                case .claim(let claim) = statement.kind
            else { continue }
            let state = session.state
            let name = Equivalent.Key.claim(SourcePrinter().print(statement))
            weigh(claim, isStep: false, named: name) { mutant in
                session.state = start
                defer { session.state = state }
                let before = program.text(of: part.lowerBound..<place.lowerBound)
                let text = before + mutant.text + program.text(of: place.upperBound..<part.upperBound)
                let own = before.utf8.count..<before.utf8.count + mutant.text.utf8.count
                let cells = try? session.run(Source(name: "mutant", text: text), keepGoing: true)
                return Self.verdict(cells) { $0.span.range == own }
            }
        }
    }

    // MARK: Counting

    private enum Verdict {
        case fails
        case holds
        /// Its shapes do not fit, say: it tests nothing of claims.
        case meansNothing
    }

    private static func verdict(_ cells: [Cell]?, of isOwn: (ClaimOutcome) -> Bool = { _ in true }) -> Verdict {
        let outcomes = (cells ?? []).flatMap(\.claims).filter(isOwn)
        let unfit = ["the sides have different shapes", "the sides work on different spaces"]
        guard !outcomes.isEmpty,
            !outcomes.contains(where: { outcome in unfit.contains { outcome.summary.hasPrefix($0) } })
        else { return .meansNothing }
        return outcomes.allSatisfy(\.holds) ? .holds : .fails
    }

    private mutating func weigh(_ claim: Claim, isStep: Bool, named name: String, _ verdict: (Mutant) -> Verdict) {
        claims += 1
        var failing = 0
        for mutant in chosen(of: ClaimMutator(claim, isStep: isStep).mutants()) {
            let key = Equivalent.Key(claim: name, change: mutant.change)
            let isListed = equivalents.contains(key)
            switch verdict(mutant) {
            case .meansNothing: continue
            case .holds:
                if isListed {
                    met.insert(key)
                } else {
                    mutants += 1
                    survivors.append("\(key): \(mutant.text)")
                }
            case .fails:
                failing += 1
                mutants += 1
                caught += 1
                if isListed {
                    met.insert(key)
                    falselyListed.append(key.description)
                }
            }
        }
        if failing < Self.leastMutants { tooFew.append("\(name) (\(failing))") }
    }

    private mutating func chosen(of mutants: [Mutant]) -> [Mutant] {
        mutants.filter { _ in
            made += 1
            return made.isMultiple(of: stride)
        }
    }
}
