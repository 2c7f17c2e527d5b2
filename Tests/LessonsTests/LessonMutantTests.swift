import ClaimMutations
import Foundation
import Formulas
import Testing

@testable import Lessons

/// Every claim of every lesson, with small changes that make it wrong: a sample of them, and all where `make stress` sets
/// `INNERLOOP_MUTANTS=all`, which takes a release build.
@Suite struct LessonMutantTests {
    private static let stride = ProcessInfo.processInfo.environment["INNERLOOP_MUTANTS"] == "all" ? 1 : 25
    /// The checkout that this file is in.
    private static let root = String(#filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" })
    private let lessons = LessonLibrary(candidates: [root]).paths.compactMap { LessonReader.read(path: $0).lesson }

    @Test func `every mutant of a lesson's claim fails, but for those that an identity makes true`() throws {
        var trial = MutationTrial(Equivalent.inLessons, oneOf: Self.stride)
        var claims = 0
        for lesson in lessons {
            let session = Session(libraries: LibraryFolders(["\(Self.root)/lessons/library"]))
            for (step, code) in Self.blocks(of: lesson) {
                // A block that is to fail may not parse; then it has no cells.
                let statements = (try? code.statements()) ?? []
                var index = 0
                var before: Session.State?
                let run = lesson.run(code, ofStep: step, in: session) { cell in
                    // A block's first statement has none before it in the block's draws; a claim only moves those on.
                    trial.take(cell, of: statements[index], from: before ?? session.state, in: session)
                    index += 1
                    before = session.state
                }
                // In a loop a claim has many outcomes.
                claims += Set(run.claims.map(\.span.range)).count
            }
        }
        print("lessons: \(trial.report)")
        #expect(trial.problems.isEmpty, "\(trial.problems.joined(separator: "\n"))")
        #expect(trial.failingClaims.isEmpty)
        #expect(trial.claims == claims && claims >= 18)
        #expect(trial.caught == trial.mutants)
    }

    @Test func `every refutation of a lesson has its correction: the same left side, and a right side that holds`()
        throws
    {
        for lesson in lessons {
            let claims = Self.blocks(of: lesson).flatMap { (try? $0.code.claims()) ?? [] }
            let corrected = Set(claims.filter { !$0.isRefuted }.compactMap(\.leftSide))
            for refutation in claims where refutation.isRefuted {
                let left = try #require(refutation.leftSide, "\(lesson.id): '\(refutation.span.text)' has no left side")
                #expect(corrected.contains(left), "\(lesson.id): '\(refutation.span.text)' is not corrected")
            }
        }
    }

    /// The blocks that run, in order, with the numbers of their steps.
    private static func blocks(of lesson: Lesson) -> [(step: Int, code: CodeBlock)] {
        lesson.steps.indices.flatMap { step in
            lesson.blocks(ofStep: step).compactMap { block in
                guard let code = block.code, code.isRun else { return nil }
                return (step, code)
            }
        }
    }
}

extension CodeBlock {
    fileprivate func statements() throws(Diagnostic) -> [Statement] {
        kind == .derivation ? try Parser.parseDerivations(source) : try Parser.parse(source)
    }

    fileprivate func claims() throws(Diagnostic) -> [Claim] {
        try statements().flatMap { statement -> [Claim] in
            switch statement.kind {
            case .claim(let claim): return [claim]
            case .derivation(let derivation): return derivation.steps.map(\.claim)
            case .expression, .binding, .function, .forLoop, .whileLoop, .conditional, .use: return []
            }
        }
    }
}

extension Claim {
    /// What the claim is about, as source.
    fileprivate var leftSide: String? {
        switch form {
        case .equal(let left, _, _), .approximately(let left, _, _), .order(let left, _, _):
            SourcePrinter().print(left)
        case .holds(let condition):
            if case .comparison(let left, _, _) = condition.kind { SourcePrinter().print(left) } else { nil }
        }
    }
}
