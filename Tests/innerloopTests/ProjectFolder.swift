import Glibc

/// The folder that the tests were built in, with the sources and what is installed beside them.
enum ProjectFolder {
    static let path: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    struct Unreadable: Error { let folder: String }

    /// The files beneath a folder, by their paths.
    static func files(in folder: String, ending suffix: String = "") throws -> [String] {
        try files(beneath: "\(path)/\(folder)").filter { $0.hasSuffix(suffix) }
    }

    /// The files beneath any folder.
    static func files(beneath folder: String) throws -> [String] {
        guard let directory = opendir(folder) else { throw Unreadable(folder: folder) }
        defer { closedir(directory) }
        var found: [String] = []
        while let entry = readdir(directory) {
            let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            found += isFolder ? try files(beneath: "\(folder)/\(name)") : ["\(folder)/\(name)"]
        }
        return found.sorted()
    }
}
