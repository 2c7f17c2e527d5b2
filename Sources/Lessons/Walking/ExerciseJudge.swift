public import Formulas

/// What is found of an answer to an exercise.
public enum Judgement {
    case right
    /// It gives what a known misconception gives, at every point.
    case misconception(Exercise.Wrong)
    /// It gives another value than was wanted.
    case differs(Counterexample)
    /// Claims that were to hold after it do not.
    case fails([ClaimOutcome])
    /// It could not be judged: it does not run, or gives nothing to compare.
    case unfit(Diagnostic)
    /// Its formula only does something, as `print` does: it was not meant as an answer.
    case noAnswer
}

/// Where an answer differs from what was wanted.
public struct Counterexample: Sendable {
    /// The variables, or a function's arguments, and their values.
    public let point: [(name: String, value: String)]
    public let found: String
    /// Nil where it would give the answer away.
    public let wanted: String?
    public let difference: Session.Difference
}

/// Judges answers by what they give.
///
/// Every answer, the solution and the misconceptions too, is evaluated in the session as it stands, at the same points and with
/// the same draws; the session stays as it was.
struct ExerciseJudge {
    let exercise: Exercise
    let seed: UInt64
    let stream: String
    let session: Session

    func judgement(of statements: [Statement]) -> Judgement {
        do throws(Diagnostic) {
            return exercise.kind == .code ? try judgementOfCode(statements) : try judgementOfValues(statements)
        } catch {
            return .unfit(error)
        }
    }

    private var question: Session.Question {
        Session.Question(
            name: exercise.name, isFunction: exercise.kind == .function, variables: exercise.variables)
    }

    // MARK: Values

    private func judgementOfValues(_ statements: [Statement]) throws(Diagnostic) -> Judgement {
        let points = try session.drawing(from: DrawPosition(seed: seed, stream: stream + " points"), isOfLesson: true) {
            () throws(Diagnostic) in
            try session.points(for: exercise.variables, count: exercise.variables.isEmpty ? 1 : Exercise.pointCount)
        }
        let found = try values(statements, points)
        guard found.allSatisfy(\.isAnswer) else { return .noAnswer }
        let wanted = try values(exercise.solution.statements, points)
        guard let counterexample = try counterexample(found, wanted, points) else { return .right }
        for wrong in exercise.wrongs where try agrees(found, wrong, points) { return .misconception(wrong) }
        return .differs(counterexample)
    }

    private func values(_ statements: [Statement], _ points: [Session.Point]) throws(Diagnostic) -> [Value] {
        try session.drawing(from: DrawPosition(seed: seed, stream: stream), isOfLesson: true) { () throws(Diagnostic) in
            try session.values(of: question, after: statements, at: points)
        }
    }

    /// A misconception that can't be evaluated here agrees with nothing.
    private func agrees(_ found: [Value], _ wrong: Exercise.Wrong, _ points: [Session.Point]) throws(Diagnostic) -> Bool
    {
        let values: [Value]
        do throws(Diagnostic) {
            values = try self.values(wrong.answer.statements, points)
        } catch  where error.kind != .interrupted {
            return false
        }
        return try counterexample(found, values, points) == nil
    }

    /// The first point where two answers differ.
    private func counterexample(
        _ found: [Value], _ wanted: [Value], _ points: [Session.Point]
    ) throws(Diagnostic) -> Counterexample? {
        let names = exercise.variables.map { $0.nameSpan.text }
        for (index, point) in points.enumerated() {
            let difference = try session.difference(
                of: found[index], from: wanted[index], within: exercise.tolerance, at: exercise.span)
            guard let difference else { continue }
            return Counterexample(
                point: zip(names, point).map { (name: $0, value: $1.value.shortText) }, found: found[index].shortText,
                wanted: exercise.kind == .value ? nil : wanted[index].shortText, difference: difference)
        }
        return nil
    }

    // MARK: Code

    private func judgementOfCode(_ statements: [Statement]) throws(Diagnostic) -> Judgement {
        let claims = try claims(statements)
        if claims.allSatisfy(\.holds) { return .right }
        for wrong in exercise.wrongs {
            let others: [ClaimOutcome]
            do throws(Diagnostic) {
                others = try self.claims(wrong.answer.statements)
            } catch  where error.kind != .interrupted {
                continue
            }
            if zip(claims, others).allSatisfy({ $0.agrees(with: $1) }) { return .misconception(wrong) }
        }
        return .fails(claims.filter { !$0.holds })
    }

    private func claims(_ statements: [Statement]) throws(Diagnostic) -> [ClaimOutcome] {
        try session.drawing(from: DrawPosition(seed: seed, stream: stream), isOfLesson: true) { () throws(Diagnostic) in
            try session.claims(of: exercise.check, after: statements)
        }
    }
}

extension ClaimOutcome {
    /// Whether the same came of a claim after two answers: held or failed, and by the same error.
    fileprivate func agrees(with other: ClaimOutcome) -> Bool {
        guard holds == other.holds else { return false }
        if holds { return true }
        guard let error, let same = other.error else { return summary == other.summary }
        return abs(error - same) <= Exercise.defaultTolerance * max(abs(error), abs(same))
    }
}
