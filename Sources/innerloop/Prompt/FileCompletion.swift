import Glibc

/// What a half-typed path could become.
enum FileCompletion {
    /// The files and folders that begin with what is typed of a path, folders with a slash after them.
    ///
    /// - Parameters:
    ///   - path: all that is typed of it.
    ///   - word: the end of it that candidates stand for.
    static func candidates(for path: String, endingIn word: String) -> [String] {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? "./"
        let beginning = slash.map { String(path[path.index(after: $0)...]) } ?? path
        // Blanks and signs cut a path into words; a slash does, too.
        let known = beginning.count - word.count
        guard known >= 0 else { return [] }
        return names(in: expanded(folder), beginning: beginning).map { String($0.dropFirst(known)) }
    }

    private static func names(in folder: String, beginning: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name.hasPrefix(beginning), name != ".", name != "..",
                !name.hasPrefix(".") || beginning.hasPrefix(".")
            else { continue }
            var status = stat()
            let isFolder = stat(folder + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            names.append(isFolder ? name + "/" : name)
        }
        return names
    }

    private static func expanded(_ folder: String) -> String {
        guard folder.hasPrefix("~/"), let home = Environment.value("HOME") else { return folder }
        return home + folder.dropFirst()
    }
}
