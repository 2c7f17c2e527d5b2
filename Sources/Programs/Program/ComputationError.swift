/// Why a computation that a user asked for can't be done: a value, to which the language adds the place in the formula.
public struct ComputationError: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Shapes or element types that do not fit.
        case types
        /// A value outside what the operation is defined on, such as a singular matrix.
        case domain
        /// Something without a derivative was to be differentiated.
        case noDerivative
        /// More memory than the machine has left.
        case memory
        /// The user's Ctrl-C.
        case interrupted
    }

    public let kind: Kind
    /// Lower-case: what was found, what was wanted.
    public let message: String
    /// How to mend it.
    public let help: String?

    /// The parameter at fault, where the operation has one of that name: `axis`.
    public let parameter: String?

    public init(_ kind: Kind, _ message: String, help: String? = nil, parameter: String? = nil) {
        self.kind = kind
        self.message = message
        self.help = help
        self.parameter = parameter
    }

    /// Shapes or element types that do not fit.
    static func types(_ message: String, help: String? = nil, parameter: String? = nil) -> ComputationError {
        ComputationError(.types, message, help: help, parameter: parameter)
    }

    /// A value outside what the operation is defined on.
    static func domain(_ message: String, help: String? = nil, parameter: String? = nil) -> ComputationError {
        ComputationError(.domain, message, help: help, parameter: parameter)
    }

    public static let interrupted = ComputationError(.interrupted, "interrupted")
}
