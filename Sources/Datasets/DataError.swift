internal import Files

/// Why data were not read or written.
public struct DataError: Error, Hashable, Sendable {
    /// Lower-case, with the file and the place in it, no full stop.
    public let message: String

    public init(_ message: String) { self.message = message }

    init(notRead failure: FileFailure) { message = "\(failure.path) can't be read: \(failure.reason)" }
    init(notWritten failure: FileFailure) { message = "\(failure.path) can't be written: \(failure.reason)" }
}

/// What is wrong with the contents of a file, before it is known which file it is.
struct Malformed: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
