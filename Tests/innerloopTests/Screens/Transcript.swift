import Files
import Formulas
import Lessons
import TemporaryFolders
import Testing
import Typography

@testable import innerloop

/// A whole screen: what a reader typed stands behind the prompts in it, and is typed again by the test.
///
/// Inks stand in it as their SGR parameters, `‹32›` to `‹0›`. Where `INNERLOOP_RECORD` is set, a screen that differs is
/// written into its source file, to be read before it is kept.
struct Transcript: Sendable, CustomTestStringConvertible {
    let claim: String
    let appearance: Appearance
    let text: String
    private let greets: Bool
    private let file: String

    init(
        _ claim: String, columns: Int, color: Bool = false, unicode: Bool = true, greets: Bool = false, _ text: String,
        file: String = #filePath
    ) {
        self.claim = claim
        appearance = Appearance(color: color, unicode: unicode, columns: columns, rows: 24)
        self.greets = greets
        self.text = text
        self.file = file
    }

    var testDescription: String { "\(claim), \(appearance.columns) columns" }

    /// The entries, without the last prompt, at which the reader leaves.
    private var typed: [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> String? in
            guard let match = line.wholeMatch(of: /(?:\[\d+\](?: ▸|:)| +(?:⋮|:))(?: (.*))?/) else { return nil }
            return match.1.map(String.init) ?? ""
        }.dropLast()
    }

    /// The screen as any terminal shows it, without blanks at the ends of lines.
    func lines(in appearance: Appearance) throws -> [String] {
        let terminal = ScriptedTerminal(typed.map { .line($0) })
        terminal.appearance = appearance
        let kept = KeptState(progress: ProgressFile(path: try TemporaryFolder().path + "/progress"))
        let repl = Repl(
            terminal: terminal, session: Session(), library: try ScreenLessons.library(),
            figures: FigureScreen(searchPath: ""), kept: kept)
        if greets { repl.greet() }
        repl.run()
        // What the standard output of such a terminal does.
        return appearance.lettering.text(terminal.screen).split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// Those of the lines that the program laid out, not the reader.
    func answers(in appearance: Appearance) throws -> [String] {
        try lines(in: appearance).filter { !$0.contains(/^(\[\d+\]( ▸|:)| +(⋮|:))( |$)/) }
    }

    func expectSame(sourceLocation: SourceLocation = #_sourceLocation) throws {
        var shown = try lines(in: appearance).joined(separator: "\n")
        while shown.last == "\n" { shown.removeLast() }
        shown.replace(/\u{1B}\[([0-9;]*)m/) { "‹\($0.1)›" }
        guard rounded(shown) != rounded(text) else { return }
        Issue.record("\(testDescription): this is shown\n\(shown)", sourceLocation: sourceLocation)
        if ChildProcess.value("INNERLOOP_RECORD") != nil { try record(shown) }
    }

    /// The last digits of an error depend on the processor.
    private func rounded(_ screen: String) -> String { screen.replacing(/\de-1[4-7]/, with: "0e-16") }

    private func record(_ shown: String) throws {
        func literal(_ screen: String) -> String {
            "#\"\"\"\n"
                + screen.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.isEmpty ? "" : String(repeating: " ", count: 12) + $0 }.joined(separator: "\n")
                + "\n            \"\"\"#"
        }
        var source = String(decoding: try WholeFile.read(file), as: UTF8.self)
        guard let place = source.firstRange(of: literal(text)) else { return }
        source.replaceSubrange(place, with: literal(shown))
        try ChildProcess.write(Array(source.utf8), to: file)
    }
}
