import ClaimMutations
import Testing

@testable import Formulas

/// Every claim of the tests, with small changes that make it wrong.
struct MutantTests {
    /// Folders whose texts are not claims of a session's: those of the syntax are parsed only, with names that mean
    /// nothing; the mutations' own are weak on purpose, the diagnostics' wrong; those of the library stand in sessions
    /// that other tests make, and hold of shapes that may change.
    private static let others = [
        "FormulasTests/Syntax/", "FormulasTests/Diagnostics/", "FormulasTests/Mutations/", "LessonsTests/Library",
        "Support/",
    ]

    /// Texts that claim, but mean nothing in any setting of their tests: those look at the diagnostic, or at the layout.
    private static let meaningless: Set<String> = [
        "claim \"a\" == O(α)", "claim (x + nonsense) == 1", "claim 1 < \"a\"", "claim 1 == 1 within \"a\"",
        "claim 1 == 1 within [1, 2]", "claim 3", "claim [1, 2] + [1, 2, 3] == 3", "claim a == b", "claim a == c",
        "claim nonsense == 1", "claim v == 1 + O(α)", "claim v == O(v)", "claim {a: 1}", "claim α == O(1)",
        "claim α == O(sin(α))", "claim α == O(α^0.5)", "claim α == O(β/α)", "claim γ == O(γ)",
        "f(γ) = { claim γ == O(γ); γ }; f(1)", "for all x ~ nonsense: claim x == x",
        "for all x ~ randn() for -1 draws: claim x == x", "for all x ~ randn() for 0 draws: claim x == x",
        "for all x ~ randn() for 1.5 draws: claim x == x", "for all x ~ randn(): claim x",
        "α = 0.1; for i in 1..2 { y = α * i; claim y == 0 + O(α) }", "a\n  == b -- why\n", "a == b\n",
    ]

    @Test func `every mutant of a claim of the tests fails, but for those that an identity makes true`() throws {
        let texts = try TestTexts(leavingOut: Self.others)
        var trial = MutationTrial(Equivalent.inTests)
        var meaningless: Set<String> = []
        // Those that none of the test's literals makes a program of.
        var unfilled = Set(texts.beginnings)
        var seen: Set<[String]> = []
        for program in texts.programs where program.parses {
            guard let setting = Self.bestSetting(of: program) else {
                if program.beginning == nil { meaningless.insert(program.text) }
                continue
            }
            if let beginning = program.beginning { unfilled.remove(beginning) }
            guard seen.insert(setting + [program.text]).inserted else { continue }
            let session = Self.session(after: setting)
            if program.isDerivation {
                try trial.runDerivations(program.source, in: session)
            } else {
                try trial.run(program.source, in: session)
            }
        }
        print("tests: \(trial.report)")
        print("tests: \(trial.failingClaims.count) claims fail in every setting of their tests, as they are to")
        #expect(texts.misread.isEmpty && unfilled.isEmpty, "\(texts.misread + unfilled)")
        let unexpected = meaningless.symmetricDifference(Self.meaningless)
        #expect(unexpected.isEmpty, "means nothing, or is wrongly listed so")
        #expect(trial.problems.isEmpty, "\(trial.problems.joined(separator: "\n"))")
        #expect(trial.caught == trial.mutants)
    }

    private static func session(after setting: [String]) -> Session {
        let session = Session(seed: 1, libraries: .ofTheProject)
        for text in setting { _ = try? session.run(Source(name: "setting", text: text), keepGoing: true) }
        return session
    }

    /// What the most of a program's claims hold after; the first such setting. Nil where it means nothing after any.
    private static func bestSetting(of program: TestTexts.Program) -> [String]? {
        var best: (setting: [String], held: Int)?
        for setting in program.settings {
            let claims = program.cells(in: session(after: setting)).flatMap(\.claims)
            let held = claims.count(where: \.holds)
            if !claims.isEmpty, held > best?.held ?? -1 { best = (setting, held) }
            // Nothing can be better.
            if held > 0, held == claims.count { break }
        }
        return best?.setting
    }
}

extension TestTexts.Program {
    fileprivate func cells(in session: Session) -> [Cell] {
        let cells =
            isDerivation
            ? try? session.runDerivation(source, keepGoing: true) : try? session.run(source, keepGoing: true)
        return cells ?? []
    }
}
