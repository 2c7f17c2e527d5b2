internal import Files
internal import Glibc

/// Where library files are looked for: `use maml` reads `maml.loop` from the first folder that has it.
public struct LibraryFolders: Sendable {
    public let folders: [String]
    /// A library whose functions need no `use`: the task distributions.
    static let standard = "tasks"
    private static let largestFile = 1 << 20

    public init(_ folders: [String] = []) { self.folders = folders }

    /// The library's text; nil where no folder has it. A name is a word, so that it leads to no other folder.
    func source(of name: String) throws(LibraryFailure) -> Source? {
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }) else { return nil }
        for folder in folders {
            let path = "\(folder)/\(name).loop"
            guard let file = fopen(path, "re") else { continue }
            defer { fclose(file) }
            var bytes: [UInt8] = []
            var block = [UInt8](repeating: 0, count: 1 << 16)
            while bytes.count <= Self.largestFile {
                let count = fread(&block, 1, block.count, file)
                if count == 0 { break }
                bytes += block.prefix(count)
            }
            guard ferror(file) == 0, bytes.count <= Self.largestFile,
                let text = String(validating: bytes, as: UTF8.self)
            else { throw LibraryFailure(message: "\(path) can't be read as a library of formulas") }
            return Source(name: path, text: text, folder: folder)
        }
        return nil
    }

    /// The libraries there are.
    public var names: [String] { Set(folders.flatMap { Folder.names(in: $0, ending: ".loop") }).sorted() }
}

/// Why a library file can't be used.
struct LibraryFailure: Error {
    let message: String
}
