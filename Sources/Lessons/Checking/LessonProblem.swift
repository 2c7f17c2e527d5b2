public import Formulas

/// Something wrong with a lesson: `file:line:column: error: message`, as compilers say it.
public struct LessonProblem: Sendable, CustomStringConvertible {
    public let diagnostic: Diagnostic

    public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    init(_ message: String, at span: Span, help: String? = nil) {
        self.init(Diagnostic(.evaluation, message, at: span, help: help))
    }

    /// The file; empty where none is at fault.
    public var file: String { diagnostic.span?.source.name ?? "" }
    public var position: Position? { diagnostic.span?.start }

    public var description: String {
        let place = position.map { "\(file):\($0.line):\($0.column): " } ?? ""
        let help = diagnostic.help.map { " (\($0))" } ?? ""
        return "\(place)error: \(diagnostic.message)\(help)"
    }
}
