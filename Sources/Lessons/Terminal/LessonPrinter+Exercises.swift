internal import Formulas
internal import Typography

/// How exercises and quizzes look, and what is said to answers.
extension LessonPrinter {
    // MARK: Asking

    /// What Enter does at a stop, what may be typed, and the commands that help.
    func invitationText(to stop: LessonStop) -> String {
        switch stop.asked {
        case .nothing: return "Enter: go on · type anything to try it · :back · :skip · :quit"
        case .code: return "Enter: run this step · type anything to try it · :back · :skip · :quit"
        case .quiz: return "answer with letters, like a or ac · :solution · :skip"
        case .exercise(let exercise):
            let hint = exercise.hints.isEmpty ? "" : ":hint · "
            return "\(Self.way(toAnswer: exercise)) · \(hint):solution · :skip"
        }
    }

    /// How an exercise is answered.
    private static func way(toAnswer exercise: Exercise) -> String {
        switch exercise.kind {
        case .value, .expr: "answer with a formula, or with \(exercise.name) = …"
        case .function: "answer by defining \(exercise.name)(…)"
        case .code: "answer by binding \(exercise.name)"
        }
    }

    /// What is said to Enter where an answer is wanted.
    public func reminder(of stop: LessonStop) -> [String] {
        let text: String
        switch stop.asked {
        case .nothing, .code: return []
        case .quiz: text = "answer with letters, like a or ac; :solution shows which are right, :skip leaves the step"
        case .exercise(let exercise):
            let hint = exercise.hints.isEmpty ? "" : ":hint helps, "
            text = "\(Self.way(toAnswer: exercise)); \(hint):solution shows how, :skip leaves the step"
        }
        return paragraph(text, .dim)
    }

    /// What Enter does once a solution has been shown.
    public func invitationAfterSolution() -> [String] {
        set(invitation: "Enter: go on with this · type anything to try it · :back · :skip")
    }

    /// An exercise's prompt and what it begins with.
    func question(_ exercise: Exercise) -> [String] {
        var lines = headed("Exercise", exercise.prompt)
        if let starter = exercise.starter { lines += [""] + code(starter) }
        return lines
    }

    /// A quiz's question and its options, lettered.
    func question(_ quiz: Quiz) -> [String] {
        let options = quiz.options.indices.flatMap { place in
            item("\(quiz.letter(place)))", quiz.options[place].text)
        }
        return headed("Quiz", quiz.question) + [""] + options
    }

    // MARK: Answers

    /// What is said of an answer.
    public func lines(of judgement: Judgement, to exercise: Exercise) -> [String] {
        switch judgement {
        case .right: return paragraph("✓ right", .good)
        case .misconception(let wrong): return paragraph("✗ not yet: \(wrong.say)", .bad)
        case .fails(let claims):
            return paragraph("✗ not yet: what should hold after it does not", .bad)
                + lines(of: claims.map { ClaimLine($0) })
        case .differs(let example): return lines(of: example, to: exercise)
        case .unfit, .noAnswer: return []
        }
    }

    private func lines(of example: Counterexample, to exercise: Exercise) -> [String] {
        guard let wanted = example.wanted else {
            return paragraph("✗ not yet: it is not \(example.found)", .bad)
        }
        let point = example.point.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
        // How far apart they are is plain to see, unless they look alike.
        let isPlain = example.difference.isOfSize && example.found != wanted
        return paragraph("✗ not yet, at \(point)", .bad)
            + labelled("yours:  ", example.found) + labelled("wanted: ", wanted)
            + (isPlain ? [] : paragraph(example.difference.text, .dim))
    }

    /// What is said to each option chosen, and whether that is all.
    public func lines(of verdict: Quiz.Verdict, to quiz: Quiz) -> [String] {
        let lines = verdict.chosen.flatMap { feedback($0, of: quiz) }
        if verdict.isRight { return lines }
        let isPart = verdict.chosen.allSatisfy { quiz.options[$0].isRight }
        return lines + paragraph(isPart ? "not yet: there is more that is right" : "not yet: choose again", .bad)
    }

    /// What the lesson goes on with after a right answer that is written in another way.
    public func lessonsOwn(_ exercise: Exercise) -> [String] {
        paragraph("the lesson's own answer, which it goes on with:", .dim) + solution(exercise)
    }

    /// A hint, with its number.
    public func hint(_ number: Int, _ text: [MarkdownBlock], of exercise: Exercise) -> [String] {
        headed("Hint \(number) of \(exercise.hints.count)", text)
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
        headed("Exercise", exercise.prompt) + [""] + headed("Solution", []) + solution(exercise)
    }

    /// A quiz as it stands where nobody answers.
    func solved(_ quiz: Quiz) -> [String] {
        question(quiz) + [""] + quiz.options.indices.flatMap { feedback($0, of: quiz) }
    }

    private func feedback(_ place: Int, of quiz: Quiz) -> [String] {
        let option = quiz.options[place]
        // Said in words: a glyph alone is easily missed, or read aloud as nothing.
        let mark = option.isRight ? "✓ \(quiz.letter(place)) is right:" : "✗ \(quiz.letter(place)) is not:"
        return item(mark, option.feedback)
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

    private func headed(_ title: String, _ text: [MarkdownBlock]) -> [String] {
        [painter.paint([space(Self.indent), StyledText(lettering.text(title), .strong)])]
            + markdown(text, indent: Self.indent)
    }

    private func markdown(_ text: [MarkdownBlock], indent: Int) -> [String] {
        let renderer = MarkdownRenderer(
            width: width, usesColour: painter.usesColour, indent: indent, lettering: lettering)
        return renderer.lines(text)
    }

    /// A value behind what it is.
    private func labelled(_ label: String, _ value: String) -> [String] {
        let left = Self.indent + DisplayWidth.of(label)
        let wrapped = LineWrapper(width: width - left).wrap([StyledText(MarkdownRenderer.printable(value, lettering))])
        return wrapped.enumerated().map { index, line in
            painter.paint(index == 0 ? [space(Self.indent), StyledText(label)] + line : [space(left)] + line)
        }
    }

    /// Text that hangs behind a mark.
    private func item(_ mark: String, _ text: [MarkdownBlock]) -> [String] {
        let mark = lettering.text(mark)
        let left = Self.indent + DisplayWidth.of(mark) + 1
        let lines = markdown(text, indent: left)
        guard let first = lines.first else { return paragraph(mark, .plain) }
        // The renderer leaves the columns before the text blank.
        let head = painter.paint([space(Self.indent), StyledText(mark), space(1)]).padded(to: left)
        return [head + first.dropFirst(left)] + lines.dropFirst()
    }
}

extension String {
    /// With blanks at its end, which the painter drops where there is no colour.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
    }
}
