internal import Glibc

/// A text file that a program keeps for itself: a line `format: N`, then a fact a line, only ever added to.
///
/// Several programs may share it. Each addition is made under a lock and in one write, so whoever is killed leaves
/// whole lines; a last line without its end counts as never written. A file of an older format is brought up to date
/// after a backup; one of a newer format is neither read nor changed.
public struct StateFile: Sendable {
    /// Turns the lines of one format into those of the next.
    public typealias Migration = @Sendable ([String]) -> [String]

    public let path: String
    /// One for each older format, from format 0, which is that of a file without a `format` line.
    private let migrations: [Migration]

    public init(path: String, migrations: [Migration] = [{ $0 }]) {
        self.path = path
        self.migrations = migrations
    }

    /// The format that is written.
    public var format: Int { migrations.count }

    /// The facts, oldest first; none where there is no file.
    public func lines() throws(StateFileProblem) -> [String] {
        guard access(path, F_OK) == 0 else { return [] }
        var contents = StateFileContents(try bytes())
        if contents.format < format, !contents.isEmpty {
            // What can't be written can still be read.
            if let file = try? LockedFile(path, creates: false) { try? migrate(file) }
            contents.bring(to: format, by: migrations)
        }
        guard contents.format <= format else { throw .newer(path, format: contents.format) }
        return contents.lines
    }

    /// Adds a fact, which is one line. The file and its folders are made where they are not there.
    public func append(_ line: String) throws(StateFileProblem) {
        Folder.makeFolders(above: path)
        var file = try LockedFile(path, creates: true)
        var contents = StateFileContents(try bytes(file))
        guard contents.format <= format || contents.isEmpty else { throw .newer(path, format: contents.format) }
        if !contents.isEmpty, contents.format < format {
            try migrate(file)
            file = try LockedFile(path, creates: true)
            contents = StateFileContents(try bytes(file))
        }
        do throws(FileFailure) {
            if contents.tornBytes > 0 { try file.cut(to: contents.wholeBytes) }
            try file.append((contents.wholeBytes == 0 ? header : "") + line + "\n")
        } catch {
            throw .failed(error)
        }
    }

    private var header: String { StateFileContents.header(format: format) }

    /// Keeps the file as it was beside it, as `PATH.0`, and replaces it by the same facts in today's format.
    private func migrate(_ file: LockedFile) throws(StateFileProblem) {
        let old = try bytes(file)
        var contents = StateFileContents(old)
        let before = contents.format
        // Another program may have done it while this one waited for the lock.
        guard before < format else { return }
        contents.bring(to: format, by: migrations)
        let text = header + contents.lines.map { $0 + "\n" }.joined()
        do throws(FileFailure) {
            try ReplacedFile.write(old, to: "\(path).\(before)")
            try ReplacedFile.write(Array(text.utf8), to: path)
        } catch {
            throw .failed(error)
        }
    }

    private func bytes() throws(StateFileProblem) -> [UInt8] {
        do throws(FileFailure) { return try WholeFile.read(path) } catch { throw .failed(error) }
    }

    private func bytes(_ file: LockedFile) throws(StateFileProblem) -> [UInt8] {
        do throws(FileFailure) { return try file.bytes() } catch { throw .failed(error) }
    }
}

extension LockedFile {
    fileprivate convenience init(_ path: String, creates: Bool) throws(StateFileProblem) {
        do throws(FileFailure) { try self.init(path: path, creates: creates) } catch { throw .failed(error) }
    }
}
