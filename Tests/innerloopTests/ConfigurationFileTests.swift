import Formulas
import Glibc
import Lessons
import TemporaryFolders
import Testing

@testable import innerloop

@Suite struct ConfigurationFileTests {
    private func file(_ text: String) -> ConfigurationFile { ConfigurationFile(Source(name: "config", text: text)) }

    private func run(_ formulas: [String], config: String, environment: [String: String] = [:]) throws
        -> ChildProcess.Outcome
    {
        let folder = try TemporaryFolder()
        _ = try folder.makeFolder("innerloop")
        try folder.write(config, to: "innerloop/config")
        var environment = environment
        environment["XDG_CONFIG_HOME"] = folder.path
        return try ChildProcess.run(arguments: formulas, environment: environment)
    }

    @Test func `each line is a choice, and comments and blank lines are none`() {
        let file = file("# mine\n\nformat: 1\ndigits = 10\n  trap-nan=on\n")
        #expect(file.choices.map(\.setting.name) == ["digits", "trap-nan"])
        #expect(file.choices.map(\.value) == ["10", "on"])
        #expect(file.problems.isEmpty)
    }

    @Test func `a wrong line is a diagnostic at its place, and the others hold`() {
        let file = file("format: 1\ndigts = 10\ndigits = 99\n  what\ndigits = 4\n")
        #expect(file.choices.map(\.value) == ["4"])
        #expect(file.problems.compactMap { $0.span?.start.line } == [2, 3, 4])
        #expect(file.problems.compactMap { $0.span?.start.column } == [1, 1, 3])
        #expect(file.problems[0].help == "did you mean `digits`?")
        #expect(file.problems[1].message == "digits can't be '99'; it is 1 to 17")
    }

    @Test func `without its format a configuration is read, and told of it`() {
        let file = file("digits = 10\n")
        #expect(file.choices.count == 1)
        #expect(file.problems.count == 1)
        #expect(file.problems.first?.help == "write `format: 1` before it")
    }

    @Test(arguments: ["format: 2", "format:17"])
    func `of a newer format nothing is read, and one sentence says so`(_ first: String) {
        let file = file(first + "\ndigits = 10\nnonsense\n")
        #expect(file.choices.isEmpty)
        #expect(file.problems.count == 1)
        #expect(file.problems.first?.message.contains("newer than the 1 that this version reads") == true)
    }

    @Test func `the file is where the XDG specification has it`() {
        #expect(ConfigurationFile.path { ["XDG_CONFIG_HOME": "/c", "HOME": "/h"][$0] } == "/c/innerloop/config")
        #expect(ConfigurationFile.path { ["XDG_CONFIG_HOME": "c", "HOME": "/h"][$0] } == "/h/.config/innerloop/config")
        #expect(ConfigurationFile.path { _ in nil } == nil)
    }

    @Test func `the prompt begins with what the configuration chose`() {
        let terminal = ScriptedTerminal(typing: "1 / 3", ":set precision")
        let repl = Repl(
            terminal: terminal, session: Session(), library: LessonLibrary(candidates: []),
            figures: FigureScreen(searchPath: ""))
        file("format: 1\ndigits = 3\nprecision = single\n").apply(to: repl)
        repl.run()
        #expect(terminal.screen.contains("\n0.333\n"))
        #expect(terminal.screen.contains("precision is single"))
    }

    @Test func `a script heeds no setting that could change what it prints`() throws {
        let outcome = try run(["-e", "1 / 3"], config: "format: 1\ndigits = 3\nprecision = single\n")
        #expect(outcome.output == "0.333333\n")
        #expect(outcome.errors.isEmpty)
    }

    @Test func `a script says what is wrong with the configuration, and goes on`() throws {
        let outcome = try run(["-e", "1 + 1"], config: "format: 1\nvolume = 11\n")
        #expect(outcome.output == "2\n")
        // A long path of the folder breaks the line.
        #expect(
            outcome.errors.replacing("\n  ", with: " ").contains("/innerloop/config:2:1: error: no setting `volume`"))
        #expect(outcome.status == 0)
    }

    @Test func `an option comes before the environment, and that before the configuration`() throws {
        let coloured = "format: 1\ncolor = always\n"
        let claim = ["-e", "claim 1 == 1"]
        #expect(try run(claim, config: coloured).output.contains("\u{1B}["))
        #expect(try !run(claim, config: coloured, environment: ["NO_COLOR": "1"]).output.contains("\u{1B}["))
        #expect(try !run(["--color", "never"] + claim, config: coloured).output.contains("\u{1B}["))
        let limited = "format: 1\nmemory = 300M\n"
        #expect(try run(["-e", "sum(zeros(10000, 10000))"], config: limited).status == 1)
        #expect(try run(["--memory", "4G", "-e", "sum(zeros(10000, 10000))"], config: limited).status == 0)
    }

    @Test func `a configuration that is no text is a sentence`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.makeFolder("innerloop")
        try folder.write([0xFF, 0xFE], to: "innerloop/config")
        let outcome = try ChildProcess.run("-e", "1 + 1", environment: ["XDG_CONFIG_HOME": folder.path])
        #expect(outcome.output == "2\n")
        #expect(outcome.errors.contains("is not UTF-8"))
    }
}
