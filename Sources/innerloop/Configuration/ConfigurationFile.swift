import Files
import Formulas
import Glibc
import Sentences

/// The reader's own choices: a text file whose first line is `format: 1`, then lines `name = value`.
///
/// A line that is wrong is a diagnostic, and the others hold. A file of a newer format is left as it is.
struct ConfigurationFile {
    /// The format that this version reads.
    static let format = 1

    private(set) var choices: [(setting: Setting, value: String)] = []
    private(set) var problems: [Diagnostic] = []

    /// A file with nothing in it.
    init() {}

    init(_ source: Source) {
        read(source)
    }

    /// The file that the environment names; nil where there is no home. As the XDG specification has it, a relative folder
    /// is none.
    static func path(environment: (String) -> String? = Environment.value) -> String? {
        if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return folder + "/innerloop/config" }
        return environment("HOME").map { $0 + "/.config/innerloop/config" }
    }

    /// The reader's file; one with nothing in it where there is none.
    static func located() -> ConfigurationFile {
        guard let path = path(), access(path, F_OK) == 0 else { return ConfigurationFile() }
        var file = ConfigurationFile()
        do throws(FileFailure) {
            let bytes = try WholeFile.read(path)
            if let text = String(validating: bytes, as: UTF8.self) {
                file.read(Source(name: path, text: text))
            } else {
                file.problems.append(Diagnostic(.evaluation, Sentence.configurationNotText(path: path).text, at: nil))
            }
        } catch {
            let failure = Sentence.configurationUnreadable(path: error.path, reason: error.reason)
            file.problems.append(Diagnostic(.evaluation, failure.text, at: nil))
        }
        return file
    }

    /// Those of the settings that hold for the whole process, now; those that the program starts with, as a value.
    func start() -> StartChoices {
        var start = StartChoices()
        for (setting, value) in choices {
            switch setting.place {
            case .process(_, let choose): choose(value)
            case .start(let choose): choose(&start, value)
            case .prompt: break
            }
        }
        return start
    }

    /// Those of the prompt.
    func apply(to repl: Repl) {
        for (setting, value) in choices {
            if case .prompt(_, let choose) = setting.place { choose(repl, value) }
        }
    }

    private mutating func read(_ source: Source) {
        var hasFormat = false
        var start = 0
        for line in source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            defer { start += line.count + 1 }
            let blanks = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
            let text = String(decoding: line, as: UTF8.self).trimmed
            if text.isEmpty || text.hasPrefix("#") { continue }
            let span = Span(source, (start + blanks)..<(start + blanks + text.utf8.count))
            if hasFormat {
                readChoice(text, at: span)
                continue
            }
            hasFormat = true
            guard let format = Self.format(text) else {
                problems.append(
                    Diagnostic(
                        .evaluation, Sentence.configurationWithoutFormat.text, at: span,
                        help: Sentence.configurationFormatWanted.text))
                readChoice(text, at: span)
                continue
            }
            if format > Self.format {
                let newer = Sentence.configurationNewer(format: format, known: Self.format)
                problems.append(Diagnostic(.evaluation, newer.text, at: span))
                return
            }
        }
    }

    /// The number in `format: 1`.
    private static func format(_ line: String) -> Int? {
        guard line.hasPrefix("format:") else { return nil }
        return Int(line.dropFirst("format:".count).trimmed).flatMap { $0 > 0 ? $0 : nil }
    }

    private mutating func readChoice(_ line: String, at span: Span) {
        guard let sign = line.firstIndex(of: "=") else {
            problems.append(
                Diagnostic(
                    .evaluation, Sentence.configurationLineWrong(line: line).text, at: span,
                    help: Sentence.configurationLineExample.text))
            return
        }
        let name = line[..<sign].trimmed
        let value = line[line.index(after: sign)...].trimmed
        guard let setting = Setting.all.first(where: { $0.name == name }) else {
            let near = Setting.suggestion(for: name).map { Sentence.configurationNear(name: $0) }
            let known = Sentence.configurationKnown(names: Setting.all.map(\.name).joined(separator: ", "))
            problems.append(
                Diagnostic(
                    .evaluation, Sentence.configurationUnknown(name: name).text, at: span, help: (near ?? known).text))
            return
        }
        if let complaint = setting.complaint(about: value) {
            problems.append(Diagnostic(.evaluation, complaint, at: span))
        } else {
            choices.append((setting, value))
        }
    }
}
