import Testing

@testable import Formulas

/// What a reader sees of the first mistake in a text, which is called `cell`; nil where there is none.
func screen(
    _ text: String, columns: Int = DiagnosticRenderer.usualColumns, in session: Session = Session()
) -> String? {
    let diagnostic: Diagnostic?
    do throws(Diagnostic) {
        diagnostic = try session.run(Source(name: "cell", text: text)).last?.diagnostic
    } catch {
        diagnostic = error
    }
    return diagnostic.map { DiagnosticRenderer(color: false, unicode: true, columns: columns).render($0) }
}

/// Expects a text to be answered with a whole screen, whose last line break is left out.
func expectScreen(
    _ text: String, _ expected: String, columns: Int = DiagnosticRenderer.usualColumns, in session: Session = Session(),
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(screen(text, columns: columns, in: session) == expected + "\n", sourceLocation: sourceLocation)
}
