internal import Formulas
internal import Typography

/// Shows everything in a lesson on the poorest screen there is: 40 columns, no colour, no gnuplot. Nothing is run again.
struct NarrowScreen {
    static let width = 40

    let drawing: LessonPrinter.Drawing
    private let printer = LessonPrinter(width: Self.width, usesColour: false)

    init(drawing: @escaping LessonPrinter.Drawing) { self.drawing = drawing }

    /// The blocks that show a line that is too wide.
    func problems(of lesson: Lesson, _ pass: LessonPass) -> [LessonProblem] {
        var problems: [LessonProblem] = []
        for step in lesson.steps.indices {
            let heading = lesson.source.span(ofLine: lesson.steps[step].line)
            problems += problem(printer.title(of: lesson, step: step), at: heading)
            for stop in lesson.stops(ofStep: step) {
                problems += problem(printer.invitation(to: stop) + printer.reminder(of: stop), at: heading)
            }
            for block in lesson.blocks(ofStep: step) {
                let span = block.span(in: lesson)
                problems += problem(printer.lines(of: [block]) + printer.questionLines(of: block), at: span)
                if let code = block.code, let run = pass.run(of: code) {
                    problems += problem(printer.lines(of: run, drawing: drawing), at: span)
                }
            }
        }
        return problems
    }

    private func problem(_ lines: [String], at span: Span) -> [LessonProblem] {
        // Code is cut where it must be, and keeps its own spaces.
        guard let wide = lines.first(where: { DisplayWidth.of($0) > Self.width && !$0.hasPrefix("  │ ") }) else {
            return []
        }
        return [
            LessonProblem(
                "this shows a line of \(DisplayWidth.of(wide)) columns on a screen of \(Self.width): '\(wide)'",
                at: span)
        ]
    }
}

extension LessonBlock {
    fileprivate func span(in lesson: Lesson) -> Span {
        switch self {
        case .prose(let prose): lesson.source.span(ofLine: prose.line)
        case .code(let code): code.span
        case .output(let output): output.span
        case .exercise(let exercise): exercise.span
        case .quiz(let quiz): quiz.span
        }
    }
}
