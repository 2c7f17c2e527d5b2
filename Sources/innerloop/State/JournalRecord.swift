import Files

/// Something that a session did, so that another session can do it again.
enum JournalRecord: Hashable, Sendable {
    /// An entry that was run.
    case entry(String)
    /// A command that changes the session, as typed.
    case command(String)
    /// A lesson's file was opened at a step, from 0.
    case lesson(path: String, step: Int)
    /// Enter, in the lesson.
    case enter

    /// The record as a line: its kind, then its fields, with tabs between them.
    var line: String {
        let fields =
            switch self {
            case .entry(let text): ["entry", text]
            case .command(let text): ["command", text]
            case .lesson(let path, let step): ["lesson", "\(step)", path]
            case .enter: ["enter"]
            }
        return fields.map(EscapedLine.escape).joined(separator: "\t")
    }

    /// Nil where the line is none.
    init?(line: String) {
        let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let rest = parts.count > 1 ? parts[1] : ""
        switch parts[0] {
        case "entry": self = .entry(EscapedLine.unescape(rest))
        case "command": self = .command(EscapedLine.unescape(rest))
        case "enter": self = .enter
        case "lesson":
            let fields = rest.split(separator: "\t", maxSplits: 1).map(String.init)
            guard fields.count == 2, let step = Int(fields[0]), step >= 0 else { return nil }
            self = .lesson(path: EscapedLine.unescape(fields[1]), step: step)
        default: return nil
        }
    }
}
