import Foundation

/// The source files of the program, as text.
enum ProgramSources {
    struct File {
        let name: String
        let text: String
    }

    static func files(under folder: String) -> [File] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/\(folder)")
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }.compactMap { url in
            (try? String(contentsOf: url, encoding: .utf8)).map { File(name: url.lastPathComponent, text: $0) }
        }
    }
}
