internal import Glibc

/// Why a file was not read or written.
public struct FileFailure: Error, Hashable, Sendable {
    public let path: String
    /// Lower-case, without a full stop: `its folder does not exist`.
    public let reason: String

    public init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    /// The system's reason, where a file was to be written.
    init(_ path: String, errno number: CInt) {
        self.init(path, number == ENOENT ? "its folder does not exist" : String(cString: strerror(number)))
    }
}
