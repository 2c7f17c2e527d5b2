internal import Formulas

/// Whether a translation has the ids, the seed and the code of its original: only what is read may differ, comments and
/// reasons among it.
struct TranslationCheck {
    let lesson: Lesson
    let original: Lesson
    /// What the name of the lesson's file says.
    let language: String

    func problems() -> [LessonProblem] {
        var problems: [LessonProblem] = []
        let (own, other) = (lesson.frontMatter, original.frontMatter)
        func claim(_ holds: Bool, _ message: String, at span: Span) {
            if !holds { problems.append(LessonProblem(message, at: span)) }
        }
        claim(own.id == other.id, "the original's id is '\(other.id)', this one's '\(own.id)'", at: own.idSpan)
        claim(own.seed == other.seed, "the original's seed is \(other.seed), this one's \(own.seed)", at: own.idSpan)
        claim(
            own.language == language, "the file's name says '\(language)', its 'lang' says '\(own.language)'",
            at: own.idSpan)
        claim(own.language != other.language, "the original is in '\(other.language)' too", at: own.idSpan)
        claim(
            own.requires.map(\.id) == other.requires.map(\.id), "the original requires other lessons", at: own.idSpan)
        guard lesson.steps.count == original.steps.count else {
            let counts = "\(original.steps.count) steps, this one \(lesson.steps.count)"
            return problems + [LessonProblem("the original has \(counts)", at: own.idSpan)]
        }
        for step in lesson.steps.indices {
            let parts = lesson.blocks(ofStep: step).compactMap(Part.init)
            let others = original.blocks(ofStep: step).compactMap(Part.init)
            for (part, other) in zip(parts, others) where part.code != other.code {
                problems.append(LessonProblem("this differs from line \(other.line) of the original", at: part.span))
            }
            if parts.count != others.count {
                let title = lesson.steps[step].title
                let message =
                    "step '\(title)' has \(parts.count) blocks that are no prose, in the original \(others.count)"
                problems.append(LessonProblem(message, at: lesson.source.span(ofLine: lesson.steps[step].line)))
            }
        }
        return problems
    }

    /// What a translation may not change of a block.
    private struct Part {
        let code: [String]
        let line: Int
        let span: Span

        init?(_ block: LessonBlock) {
            switch block {
            case .prose: return nil
            case .code(let code):
                self.code = ["\(code.kind)", "\(code.visibility)", "\(code.isRun)", "\(code.isFull)", Self.bare(code)]
                (line, span) = (code.line, code.span)
            case .output(let output):
                code = ["output", output.text, "\(output.tolerance)"]
                (line, span) = (output.line, output.span)
            case .exercise(let exercise):
                code =
                    ["exercise", exercise.id, "\(exercise.kind)", exercise.name, "\(exercise.hints.count)"]
                    + [exercise.starter, exercise.solution.code].compactMap { $0.map(Self.bare) }
                    + exercise.wrongs.map { Self.bare($0.answer.code) }
                (line, span) = (exercise.line, exercise.span)
            case .quiz(let quiz):
                code = ["quiz", quiz.id ?? ""] + quiz.options.map { "\($0.isRight)" }
                (line, span) = (quiz.line, quiz.span)
            }
        }

        /// The code without its comments, and in a derivation without its reasons.
        private static func bare(_ code: CodeBlock) -> String {
            let text = Highlighting.pieces(of: code.source.text).map { $0.kind == .comment ? "" : $0.text }.joined()
            return text.split(separator: "\n").map { line in
                let end = code.kind == .derivation ? line.firstRange(of: "-- ")?.lowerBound : nil
                return String(line[..<(end ?? line.endIndex)]).trimmedEnd()
            }.filter { !$0.isEmpty }.joined(separator: "\n")
        }
    }
}
