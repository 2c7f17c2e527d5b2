import Files
import Glibc

/// What a session has done, in a file that is gone when the session ends as it should. A class, because it holds the lock
/// that says the session is alive.
final class Journal {
    private let file: LockedFile
    let path: String
    /// The session's records when the journal was opened.
    let records: [JournalRecord]
    /// Where a write begins that did not end; it is cut off before the next.
    private var tornFrom: Int?

    static let format = 1

    /// A new one at a path, made under another name, so that nobody meets it unlocked.
    init(creating path: String) throws(FileFailure) {
        Folder.makeFolders(above: path)
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let draft = path[..<slash] + "." + path[slash...]
        let file = try LockedFile(path: String(draft), creates: true, waits: false)
        try file.append(StateFileContents.header(format: Self.format))
        defer { unlink(String(draft)) }
        // Unlike a renaming, a link never takes the place of what is there.
        guard link(String(draft), path) == 0 else { throw FileFailure(path, String(cString: strerror(errno))) }
        self.file = file
        self.path = path
        records = []
    }

    /// One that a session left; nil where a session still has it, or a newer version wrote it.
    init?(takingOver path: String) {
        guard let file = try? LockedFile(path: path, creates: false, waits: false), let bytes = try? file.bytes()
        else { return nil }
        let contents = StateFileContents(bytes)
        guard contents.format == Self.format else { return nil }
        self.file = file
        self.path = path
        records = contents.lines.compactMap(JournalRecord.init)
        tornFrom = contents.tornBytes > 0 ? contents.wholeBytes : nil
    }

    /// Adds a record. A journal that can't be written is no reason to disturb the session.
    func append(_ record: JournalRecord) {
        if let tornFrom, (try? file.cut(to: tornFrom)) == nil { return }
        tornFrom = nil
        try? file.append(record.line + "\n")
    }

    /// Ends it: there is nothing to bring back.
    func remove() { unlink(path) }
}
