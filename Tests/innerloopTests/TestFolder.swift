import Files

/// What a folder of the program's own holds.
enum TestFolder {
    static func names(_ path: String) -> [String] { Folder.names(in: path, ending: "").sorted() }

    static func text(_ path: String) -> String {
        (try? WholeFile.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
