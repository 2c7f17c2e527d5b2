internal import Programs

/// What is wrong with something the user wrote: a value, rendered in one place (`DiagnosticRenderer`).
public struct Diagnostic: Error, Sendable {
    /// How the error ends a run: a mistake in the text, one in the evaluation, or the user's Ctrl-C.
    public enum Kind: Sendable {
        case syntax
        /// The text ends in the middle of something; more of it may make it whole.
        case incomplete
        case evaluation
        /// The language has it, this version does not evaluate it.
        case notYet
        case interrupted
    }

    /// A further place, with what it has to do with the error.
    public struct Label: Sendable {
        public let span: Span
        public let text: String

        public init(span: Span, text: String) {
            self.span = span
            self.text = text
        }
    }

    public var kind: Kind
    /// Lower-case, what was found and what was wanted, no full stop.
    public var message: String
    /// The innermost expression at fault; nil where no text is at fault (a file that can't be read).
    public var span: Span?
    /// How to mend it.
    public var help: String?
    /// What help has more on it: a built-in, a symbol, or a topic of the manual.
    public var topic: String?
    /// The calls that led there, innermost first.
    public var calls: [Label] = []

    public init(
        _ kind: Kind = .evaluation, _ message: String, at span: Span?, help: String? = nil, topic: String? = nil
    ) {
        self.kind = kind
        self.message = message
        self.span = span
        self.help = help
        self.topic = topic
    }
}

extension Diagnostic {
    /// What the engine says, and where in the formula.
    ///
    /// - Parameter topic: where shapes and the like do not fit.
    init(_ error: ComputationError, at span: Span, topic: String? = nil) {
        self.init(
            error.kind == .interrupted ? .interrupted : .evaluation, error.message, at: span, help: error.help)
        switch error.kind {
        case .types, .domain: self.topic = topic
        case .noDerivative: self.topic = "gradients"
        case .memory, .interrupted: break
        }
    }
}
