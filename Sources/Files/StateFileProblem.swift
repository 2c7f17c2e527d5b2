/// Why a state file was not read or not added to.
public enum StateFileProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// A later version of the program wrote it.
    case newer(_ path: String, format: Int)
    case failed(FileFailure)

    public var description: String {
        switch self {
        case .newer(let path, let format):
            "\(path) has format \(format), which a newer version wrote; it is left untouched"
        case .failed(let failure): "\(failure.path): \(failure.reason)"
        }
    }
}
