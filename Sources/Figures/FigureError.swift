/// Why a figure can't be made of what was given: lower-case, what was found and what was wanted.
public struct FigureError: Error, Hashable, Sendable {
    public let message: String

    public init(_ message: String) {
        self.message = message
    }
}
