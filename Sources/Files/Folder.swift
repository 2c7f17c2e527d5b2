internal import Glibc

/// A folder's entries.
public enum Folder {
    /// The names of the entries that end so, without that ending, and without those that are hidden; none where the folder
    /// can't be read.
    public static func names(in path: String, ending suffix: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(suffix), !name.hasPrefix(".") { names.append(String(name.dropLast(suffix.count))) }
        }
        return names
    }

    /// Makes the folders that a path lies in, for their owner alone, where they are not there.
    public static func makeFolders(above path: String) {
        for (index, character) in zip(path.indices, path) where character == "/" && index > path.startIndex {
            mkdir(String(path[..<index]), 0o700)
        }
    }
}
