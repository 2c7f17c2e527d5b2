/// The kinds of files that data are kept in, by suffix.
public enum DataFormat: String, CaseIterable, Sendable {
    case csv, tsv, json, npy, npz, txt, md, loop

    /// The kind of a path; nil where its suffix is none of these.
    public init?(path: String) {
        guard let suffix = DataFormat.suffix(of: path) else { return nil }
        self.init(rawValue: suffix.lowercased())
    }

    /// What follows the last dot of the file's name; nil where there is none.
    public static func suffix(of path: String) -> String? {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let dot = name.lastIndex(of: "."), name.last != "." else { return nil }
        return String(name[name.index(after: dot)...])
    }

    /// Whether files of the kind are written, too.
    public var isWritten: Bool { self != .md && self != .loop }

    /// Those that are read, as a diagnostic lists them.
    public static let read = listed(allCases)
    /// Those that are written.
    public static let written = listed(allCases.filter(\.isWritten))

    private static func listed(_ formats: [DataFormat]) -> String {
        formats.map { "." + $0.rawValue }.joined(separator: ", ")
    }
}
