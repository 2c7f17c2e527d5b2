import Formulas
import Lessons

/// Answers at an exercise or a quiz. What is no answer is free play, as anywhere.
extension Repl {
    /// Judges an entry that answers what waits; false where it is no answer.
    func answer(_ entry: String) -> Bool {
        switch walk?.stop?.asked {
        case .exercise(let exercise): answer(entry, to: exercise)
        case .quiz(let quiz): choose(entry, at: quiz)
        case .code, .nothing, nil: false
        }
    }

    private func answer(_ entry: String, to exercise: Exercise) -> Bool {
        let source = Source(name: "[\(session.nextCellNumber)]", text: entry)
        // What does not parse is no answer yet, and is met as at any prompt.
        guard let statements = try? Parser.parse(source), let answer = exercise.answer(statements), let before = walk,
            let (judgement, advance) = walk?.answer(answer)
        else { return false }
        defer { clearInterrupt() }
        switch judgement {
        case .noAnswer: return false
        case .unfit(let diagnostic): show(diagnostic)
        case .misconception, .differs, .fails: write(presenter.lessonPrinter.lines(of: judgement, to: exercise))
        case .right:
            keepSolved(advance, from: before)
            let printer = presenter.lessonPrinter
            write(printer.lines(of: judgement, to: exercise))
            if entry.trimmed != exercise.solution.code.source.text.trimmed {
                write(printer.lessonsOwn(exercise))
            }
            show(advance)
        }
        return true
    }

    private func choose(_ entry: String, at quiz: Quiz) -> Bool {
        guard let before = walk, let verdict = walk?.choose(entry.trimmed) else { return false }
        if verdict.isRight { keepSolved(.passed, from: before) }
        write(presenter.lessonPrinter.lines(of: verdict, to: quiz))
        if verdict.isRight { showStop() }
        return true
    }

    /// Notes that what was asked is solved: done again, it is passed by its own solution, which leads to the same.
    private func keepSolved(_ advance: LessonWalk.Advance, from before: LessonWalk) {
        record.saved.lessonGoesOn()
        keepLessonRuns()
        note(.command(":solution"))
        keep(advance, from: before)
    }
}
