import Files
import Glibc
import Sentences

/// The folder of the journals: one for each session that runs, or that ended without leaving.
struct JournalFolder {
    /// A session that ended without leaving.
    struct Abandoned {
        let journal: Journal
        /// When it began, in seconds since 1970.
        let began: Int
    }

    let path: String
    private static let prefix = "journal-"

    /// That of the environment; nil where there is no home.
    static func located(environment: (String) -> String? = Environment.value) -> JournalFolder? {
        StateFolder.path(environment: environment).map { JournalFolder(path: $0) }
    }

    /// A journal for a session that begins now; nil where none can be written.
    func begin(at seconds: Int = time(nil), process: Int32 = getpid()) -> Journal? {
        let name = "\(path)/\(Self.prefix)\(seconds)-\(process)"
        // Sessions of one process may begin in the same second.
        for number in 0..<10 {
            if let journal = try? Journal(creating: number == 0 ? name : "\(name)-\(number)") { return journal }
        }
        return nil
    }

    /// The sessions that ended without leaving and did something, the latest first; each is locked while it is held.
    func abandoned() -> [Abandoned] {
        let names = Folder.names(in: path, ending: "").filter { $0.hasPrefix(Self.prefix) }
        let dated = names.compactMap { name in
            name.dropFirst(Self.prefix.count).split(separator: "-").first.flatMap { Int($0) }.map { (name, $0) }
        }
        return dated.sorted { ($0.1, $0.0) > ($1.1, $1.0) }.compactMap { name, began in
            guard let journal = Journal(takingOver: "\(path)/\(name)") else { return nil }
            if journal.records.isEmpty {
                journal.remove()
                return nil
            }
            return Abandoned(journal: journal, began: began)
        }
    }
}

extension JournalFolder.Abandoned {
    /// `2026-03-01 14:05`, in local time.
    var date: String {
        var seconds = began
        var parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return "\(began)" }
        var text = [CChar](repeating: 0, count: 32)
        let count = strftime(&text, text.count, "%Y-%m-%d %H:%M", &parts)
        return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// `12 entries`.
    var size: Sentence { .entryCount(count: journal.records.count) }
}
