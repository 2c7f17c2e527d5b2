import Figures
import Formulas
import Lessons
import Typography

/// Turns what a cell gave into the text a reader sees.
struct CellPresenter {
    var appearance: Appearance
    /// Significant digits of numbers.
    var digits = Cell.usualDigits
    /// Draws a figure as text; nil where there is nothing to draw with.
    var figures: FigureScreen?

    /// What the cell printed, claimed, gave and drew, in that order; its diagnostic stands apart (`diagnostic(_:)`).
    func text(of cell: Cell) -> String {
        var text = cell.outputs.map(text).joined()
        text += self.text(of: cell.claims)
        if let figure = cell.figure, let figures {
            text += figures.text(of: figure, in: appearance)
        } else if let value = cell.rendering(width: appearance.columns, digits: digits) {
            text += appearance.lettering.text(value) + "\n"
        }
        return text
    }

    private func text(of output: Cell.Output) -> String {
        if let figure = output.figure, let figures { return figures.text(of: figure, in: appearance) }
        return output.rendering(width: appearance.columns, digits: digits).map { appearance.lettering.text($0) + "\n" }
            ?? ""
    }

    /// Claims, a line each, their marks below each other, as in a lesson.
    func text(of claims: [ClaimOutcome]) -> String {
        lessonPrinter.lines(of: claims.map { ClaimLine($0) }).map { $0 + "\n" }.joined()
    }

    func diagnostic(_ diagnostic: Diagnostic) -> String {
        if diagnostic.kind == .interrupted { return appearance.paint(diagnostic.message, .bad) + "\n" }
        let renderer = DiagnosticRenderer(
            color: appearance.color, unicode: appearance.unicode,
            columns: min(appearance.columns, DiagnosticRenderer.usualColumns))
        let text = renderer.render(diagnostic)
        return text.hasSuffix("\n") ? text : text + "\n"
    }

    /// Sets a lesson's prose, code and results.
    var lessonPrinter: LessonPrinter {
        LessonPrinter(
            width: min(appearance.columns, 100), usesColour: appearance.color, lettering: appearance.lettering)
    }

    /// The lines of a page of help.
    func help(_ markdown: String) -> [String] {
        MarkdownRenderer(
            width: min(appearance.columns, 100), usesColour: appearance.color, lettering: appearance.lettering
        ).lines(of: markdown)
    }

    /// Draws a figure of a lesson, whose caption the lesson's printer sets.
    func draw(_ figure: Figure, caption: String?) -> String? {
        figures.map { $0.text(of: figure, in: appearance) }
    }
}
