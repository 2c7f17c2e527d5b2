internal import Formulas
internal import Sentences
internal import Typography

/// How exercises and quizzes look, and what is said to answers.
extension LessonPrinter {
    // MARK: Asking

    /// What Enter does at a stop, what may be typed, and the commands that help.
    func invitationText(to stop: LessonStop) -> Sentence {
        switch stop.asked {
        case .nothing: return .invitationToGoOn
        case .code: return .invitationToRun
        case .quiz: return .invitationToChoose
        case .exercise(let exercise):
            let way = Self.way(toAnswer: exercise)
            return exercise.hints.isEmpty ? .invitationToAnswer(way: way) : .invitationToAnswerWithHints(way: way)
        }
    }

    /// How an exercise is answered.
    private static func way(toAnswer exercise: Exercise) -> Sentence {
        switch exercise.kind {
        case .value, .expr: .wayByFormula(name: exercise.name)
        case .function: .wayByFunction(name: exercise.name)
        case .code: .wayByBinding(name: exercise.name)
        }
    }

    /// What is said to Enter where an answer is wanted.
    public func reminder(of stop: LessonStop) -> [String] {
        switch stop.asked {
        case .nothing, .code: return []
        case .quiz: return paragraph(.reminderToChoose, .dim)
        case .exercise(let exercise):
            let way = Self.way(toAnswer: exercise)
            return paragraph(
                exercise.hints.isEmpty ? .reminderToAnswer(way: way) : .reminderToAnswerWithHints(way: way), .dim)
        }
    }

    /// What Enter does once a solution has been shown.
    public func invitationAfterSolution() -> [String] {
        set(.invitationAfterSolution)
    }

    /// An exercise's prompt and what it begins with.
    func question(_ exercise: Exercise) -> [String] {
        var lines = headed(.exerciseTitle, exercise.prompt)
        if let starter = exercise.starter { lines += [""] + code(starter) }
        return lines
    }

    /// A quiz's question and its options, lettered.
    func question(_ quiz: Quiz) -> [String] {
        let options = quiz.options.indices.flatMap { place in
            item("\(quiz.letter(place)))", quiz.options[place].text)
        }
        return headed(.quizTitle, quiz.question) + [""] + options
    }

    // MARK: Answers

    /// What is said of an answer.
    public func lines(of judgement: Judgement, to exercise: Exercise) -> [String] {
        switch judgement {
        case .right: return paragraph(.answerIsRight, .good)
        case .misconception(let wrong): return paragraph(.answerMistakes(reason: wrong.say), .bad)
        case .fails(let claims):
            return paragraph(.answerBreaksClaims, .bad)
                + lines(of: claims.map { ClaimLine($0) })
        case .differs(let example): return lines(of: example, to: exercise)
        case .unfit, .noAnswer: return []
        }
    }

    private func lines(of example: Counterexample, to exercise: Exercise) -> [String] {
        guard let wanted = example.wanted else {
            return paragraph(.answerIsNot(found: example.found), .bad)
        }
        let point = example.point.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
        // How far apart they are is plain to see, unless they look alike.
        let isPlain = example.difference.isOfSize && example.found != wanted
        return paragraph(.answerDiffers(point: point), .bad)
            + labelled([(.answerOfReader, example.found), (.answerWanted, wanted)])
            + (isPlain ? [] : paragraph(example.difference.text, .dim))
    }

    /// What is said to each option chosen, and whether that is all.
    public func lines(of verdict: Quiz.Verdict, to quiz: Quiz) -> [String] {
        let lines = verdict.chosen.flatMap { feedback($0, of: quiz) }
        if verdict.isRight { return lines }
        let isPart = verdict.chosen.allSatisfy { quiz.options[$0].isRight }
        return lines + paragraph(isPart ? .quizPartlyRight : .quizWrong, .bad)
    }

    /// What the lesson goes on with after a right answer that is written in another way.
    public func lessonsOwn(_ exercise: Exercise) -> [String] {
        paragraph(.answerOfLesson, .dim) + solution(exercise)
    }

    /// A hint, with its number.
    public func hint(_ number: Int, _ text: [MarkdownBlock], of exercise: Exercise) -> [String] {
        headed(.hintTitle(number: number, count: exercise.hints.count), text)
    }

    // MARK: Solutions

    /// An exercise's solution as code.
    public func solution(_ exercise: Exercise) -> [String] { code(exercise.solution.code) }

    /// Which options of a quiz are right, and why.
    public func solution(_ quiz: Quiz) -> [String] {
        quiz.options.indices.filter { quiz.options[$0].isRight }.flatMap { feedback($0, of: quiz) }
    }

    /// An exercise as it stands where nobody answers.
    func solved(_ exercise: Exercise) -> [String] {
        headed(.exerciseTitle, exercise.prompt) + [""] + headed(.solutionTitle, []) + solution(exercise)
    }

    /// A quiz as it stands where nobody answers.
    func solved(_ quiz: Quiz) -> [String] {
        question(quiz) + [""] + quiz.options.indices.flatMap { feedback($0, of: quiz) }
    }

    private func feedback(_ place: Int, of quiz: Quiz) -> [String] {
        let option = quiz.options[place]
        // Said in words: a glyph alone is easily missed, or read aloud as nothing.
        let letter = quiz.letter(place)
        let mark: Sentence = option.isRight ? .optionIsRight(letter: letter) : .optionIsWrong(letter: letter)
        return item(text(of: mark), option.feedback, option.isRight ? .good : .bad)
    }

    /// Everything that may be shown at a block that asks something.
    func questionLines(of block: LessonBlock) -> [String] {
        switch block {
        case .prose, .code, .output: []
        case .quiz(let quiz): question(quiz) + solution(quiz)
        case .exercise(let exercise):
            question(exercise)
                + exercise.hints.enumerated().flatMap { hint($0 + 1, $1, of: exercise) }
                + lessonsOwn(exercise) + invitationAfterSolution()
                + exercise.wrongs.flatMap { lines(of: .misconception($0), to: exercise) }
        }
    }

    // MARK: Layout

    private func headed(_ title: Sentence, _ text: [MarkdownBlock]) -> [String] {
        [painter.paint([space(Self.indent), StyledText(lettering.text(title.text), .strong)])]
            + markdown(text, indent: Self.indent)
    }

    private func markdown(_ text: [MarkdownBlock], indent: Int) -> [String] {
        let renderer = MarkdownRenderer(
            width: width, usesColour: painter.usesColour, indent: indent, lettering: lettering)
        return renderer.lines(text)
    }

    /// Values behind what they are, in a column.
    private func labelled(_ values: [(label: Sentence, value: String)]) -> [String] {
        let widest = values.map { DisplayWidth.of($0.label.text) }.max() ?? 0
        return values.flatMap { labelled($0.label.text.padded(to: widest + 1), $0.value) }
    }

    private func labelled(_ label: String, _ value: String) -> [String] {
        let left = Self.indent + DisplayWidth.of(label)
        let wrapped = LineWrapper(width: width - left).wrap([StyledText(MarkdownRenderer.printable(value, lettering))])
        return wrapped.enumerated().map { index, line in
            painter.paint(index == 0 ? [space(Self.indent), StyledText(label)] + line : [space(left)] + line)
        }
    }

    /// Text that hangs behind a mark.
    private func item(_ mark: String, _ text: [MarkdownBlock], _ style: StyledText.Style = .plain) -> [String] {
        let mark = lettering.text(mark)
        let left = Self.indent + DisplayWidth.of(mark) + 1
        let lines = markdown(text, indent: left)
        guard let first = lines.first else { return paragraph(mark, style) }
        // The renderer leaves the columns before the text blank.
        let head = painter.paint([space(Self.indent), StyledText(mark, style), space(1)]).padded(to: left)
        return [head + first.dropFirst(left)] + lines.dropFirst()
    }
}
