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
        var names: Set<String> = []
        for folder in folders {
            guard let directory = opendir(folder) else { continue }
            defer { closedir(directory) }
            while let entry = readdir(directory) {
                let file = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                for format in Self.formats where file.hasSuffix("." + format.rawValue) && !file.hasPrefix(".") {
                    names.insert(String(file.dropLast(format.rawValue.count + 1)))
                }
            }
        }
        return names.sorted()
    }
}
