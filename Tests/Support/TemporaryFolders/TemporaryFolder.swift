import Glibc

/// A folder for a test, which is removed with everything in it when the tests end: those that a child process still
/// uses when the test is over, too.
public struct TemporaryFolder {
    public let path: String

    public init() throws {
        var template = Array("\(try Self.root.get())/XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Refused(number: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    public struct Refused: Error { public let number: Int32 }

    /// The one folder that all others lie in.
    private static let root: Result<String, Refused> = {
        var template = Array("/tmp/innerloop-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return .failure(Refused(number: errno)) }
        atexit { if case .success(let root) = TemporaryFolder.root { TemporaryFolder.remove(root) } }
        return .success(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }()

    private static func remove(_ path: String) {
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            chmod(path, 0o700)
            for name in names(in: path) { remove("\(path)/\(name)") }
            rmdir(path)
        } else {
            unlink(path)
        }
    }

    /// The files in it, hidden ones too, in order.
    public var names: [String] { Self.names(in: path) }

    private static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Writes a file in it and gives its path.
    @discardableResult
    public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        let path = "\(path)/\(name)"
        guard let file = fopen(path, "w") else { throw Refused(number: errno) }
        defer { fclose(file) }
        let bytes = Array(bytes)
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Refused(number: errno) }
        return path
    }

    @discardableResult
    public func write(_ text: String, to name: String) throws -> String { try write(text.utf8, to: name) }

    /// A folder in it.
    public func makeFolder(_ name: String) throws -> String {
        guard mkdir("\(path)/\(name)", 0o700) == 0 else { throw Refused(number: errno) }
        return "\(path)/\(name)"
    }

    /// What a file in it holds.
    public func bytes(of name: String) throws -> [UInt8] {
        guard let file = fopen("\(path)/\(name)", "r") else { throw Refused(number: errno) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return bytes
    }

    public func text(of name: String) throws -> String { String(decoding: try bytes(of: name), as: UTF8.self) }
}
