import Figures
import Glibc

/// The panel of a figure made of one.
func panel(_ figure: Figure) throws -> Panel {
    guard case .panel(let panel) = figure.content else { throw NoPanel() }
    return panel
}

struct NoPanel: Error {}

/// A folder that exists for one test.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/plots-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw TemporaryFolderError.notMade(errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in names { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    /// The files in it, hidden ones too, in order.
    var names: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    func write(_ text: String, to name: String, executable: Bool = false) {
        guard let file = fopen("\(path)/\(name)", "w") else { return }
        fputs(text, file)
        fclose(file)
        if executable { chmod("\(path)/\(name)", 0o755) }
    }

    func bytes(of name: String) -> [UInt8] {
        guard let file = fopen("\(path)/\(name)", "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return bytes
    }
}

enum TemporaryFolderError: Error {
    case notMade(CInt)
}

/// Whether a process with this id exists, a zombie included.
func exists(_ process: pid_t) -> Bool {
    kill(process, 0) == 0
}
