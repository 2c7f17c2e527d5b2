/// What is said where a lesson waits, and to answers.
///
/// A ` · ` stands between two things that may be done.
extension Sentence {
    package static let invitationToGoOn = Sentence(
        "stop.go-on", "Enter: go on · type anything to try it · :back · :skip · :quit")
    package static let invitationToRun = Sentence(
        "stop.run", "Enter: run this step · type anything to try it · :back · :skip · :quit")
    package static let invitationToChoose = Sentence(
        "stop.choose", "answer with letters, like a or ac · :solution · :skip")
    package static let invitationToAnswer = Sentence("stop.answer", "{way} · :solution · :skip")
    package static let invitationToAnswerWithHints = Sentence(
        "stop.answer-with-hints", "{way} · :hint · :solution · :skip")
    package static let invitationAfterSolution = Sentence(
        "stop.after-solution", "Enter: go on with this · type anything to try it · :back · :skip")

    package static let reminderToChoose = Sentence(
        "reminder.choose", "answer with letters, like a or ac; :solution shows which are right, :skip leaves the step")
    package static let reminderToAnswer = Sentence(
        "reminder.answer", "{way}; :solution shows how, :skip leaves the step")
    package static let reminderToAnswerWithHints = Sentence(
        "reminder.answer-with-hints", "{way}; :hint helps, :solution shows how, :skip leaves the step")

    package static let wayByFormula = Sentence("exercise.by-formula", "answer with a formula, or with {name} = …")
    package static let wayByFunction = Sentence("exercise.by-function", "answer by defining {name}(…)")
    package static let wayByBinding = Sentence("exercise.by-binding", "answer by binding {name}")

    package static let exerciseTitle = Sentence("exercise.title", "Exercise")
    package static let quizTitle = Sentence("quiz.title", "Quiz")
    package static let hintTitle = Sentence("exercise.hint", "Hint {number} of {count}")
    package static let solutionTitle = Sentence("exercise.solution", "Solution")
    package static let exerciseMissing = Sentence("exercise.none", "no exercise is waiting here")
    package static let hintsMissing = Sentence(
        "exercise.no-hints", "this exercise has no hints; ':solution' shows how it is done")
    package static let hintsUsed = Sentence(
        "exercise.no-more-hints", "there are no more hints; ':solution' shows how it is done")

    package static let answerIsRight = Sentence("answer.right", "✓ right")
    package static let answerMistakes = Sentence("answer.mistakes", "✗ not yet: {reason}")
    package static let answerBreaksClaims = Sentence(
        "answer.breaks-claims", "✗ not yet: what should hold after it does not")
    package static let answerIsNot = Sentence("answer.is-not", "✗ not yet: it is not {found}")
    package static let answerDiffers = Sentence("answer.differs", "✗ not yet, at {point}")
    package static let answerOfReader = Sentence("answer.yours", "yours:")
    package static let answerWanted = Sentence("answer.wanted", "wanted:")
    package static let answerOfLesson = Sentence(
        "answer.lessons-own", "the lesson's own answer, which it goes on with:")

    package static let quizPartlyRight = Sentence("quiz.partly-right", "not yet: there is more that is right")
    package static let quizWrong = Sentence("quiz.wrong", "not yet: choose again")
    package static let optionIsRight = Sentence("quiz.option-right", "✓ {letter} is right:")
    package static let optionIsWrong = Sentence("quiz.option-wrong", "✗ {letter} is not:")
}
