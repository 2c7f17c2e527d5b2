internal import Formulas

/// Proves an exercise at its place in a lesson: its solution is right, its starter is not, and each `wrong` is met with what it
/// says.
struct ExerciseProof {
    let exercise: Exercise
    /// At the exercise.
    let walk: LessonWalk

    func problems() -> [LessonProblem] {
        var problems: [LessonProblem] = []
        if let reason = reasonAgainstRight(walk.judge(exercise.solution.statements, of: exercise)) {
            problems.append(
                LessonProblem(
                    "the solution of exercise '\(exercise.id)' is not right: \(reason)", at: exercise.solution.code.span
                ))
        }
        if let starter = exercise.starter, isRight(starter) {
            problems.append(
                LessonProblem("the starter of exercise '\(exercise.id)' is right as it stands", at: starter.span))
        }
        for wrong in exercise.wrongs {
            if let reason = reasonAgainst(wrong) { problems.append(LessonProblem(reason, at: wrong.span)) }
        }
        return problems
    }

    /// A starter may be anything, even what does not parse.
    private func isRight(_ starter: CodeBlock) -> Bool {
        guard let statements = try? Parser.parse(starter.source), let answer = exercise.answer(statements),
            case .right = walk.judge(answer, of: exercise)
        else { return false }
        return true
    }

    private func reasonAgainst(_ wrong: Exercise.Wrong) -> String? {
        let judgement = walk.judge(wrong.answer.statements, of: exercise)
        switch judgement {
        case .misconception(let found) where found.span.range == wrong.span.range: return nil
        case .misconception(let found):
            return "this wrong answer gives what another does, and is met with '\(found.say)'"
        case .right: return "this wrong answer is right"
        case .differs, .fails, .unfit, .noAnswer:
            return "this wrong answer does not run: \(reasonAgainstRight(judgement) ?? "")"
        }
    }

    /// Nil where it is right.
    private func reasonAgainstRight(_ judgement: Judgement) -> String? {
        switch judgement {
        case .right: nil
        case .misconception(let wrong): "it is met with '\(wrong.say)'"
        case .differs(let example): "it gives \(example.found), \(example.difference.text)"
        case .fails(let claims): "after it '\(claims.first?.text ?? "")' fails"
        case .unfit(let diagnostic): LessonProblem(diagnostic).description
        case .noAnswer: "it gives nothing to compare"
        }
    }
}
