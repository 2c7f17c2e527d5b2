internal import Files
internal import Glibc

/// Where data sets are looked for by name: `load("glyphs")` reads `glyphs.npz` from the first folder that has it.
public struct DatasetFolders: Sendable {
    public let folders: [String]

    /// The kinds that a data set may be of; of two with one name, the first.
    private static let formats: [DataFormat] = [.npz, .csv, .json]

    public init(_ folders: [String] = []) { self.folders = folders }

    /// The file of a data set; nil where no folder has it. A name is a word, so that it leads to no other folder.
    public func path(of name: String) -> (path: String, format: DataFormat)? {
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }) else {
            return nil
        }
        for folder in folders {
            for format in Self.formats {
                let path = "\(folder)/\(name).\(format.rawValue)"
                if access(path, R_OK) == 0 { return (path, format) }
            }
        }
        return nil
    }

    /// The data sets there are.
    public var names: [String] {
        let names = folders.flatMap { folder in
            Self.formats.flatMap { Folder.names(in: folder, ending: ".\($0.rawValue)") }
        }
        return Set(names).sorted()
    }
}
