import Glibc
import TemporaryFolders
import Testing

/// The habits of a terminal that no other suite proves, on a real one.
@Suite(.serialized) struct ConventionTests {
    private static let controlC = "\u{3}"
    private static let controlD = "\u{4}"
    private static let escape = "\u{1B}"
    private static let up = "\u{1B}[A"
    /// What readline sends when it gives the terminal back, that is when what was entered begins to run.
    private static let running = "\u{1B}[?2004l"

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func leave(_ terminal: PseudoTerminal) throws {
        try terminal.expect(" ▸ ")
        terminal.type(Self.controlD)
        #expect(terminal.end() == 0)
    }

    /// What is typed at the first prompt, and what is shown for it until the next.
    private func enter(_ lines: String..., in terminal: PseudoTerminal) throws {
        for line in lines {
            try terminal.expect(" ▸ ")
            terminal.type(line + "\r")
            try terminal.expect(Self.running)
        }
    }

    private func configure(_ text: String) throws -> [String: String] {
        _ = try folder.makeFolder("innerloop")
        try folder.write("format: 1\n" + text, to: "innerloop/config")
        return ["XDG_CONFIG_HOME": folder.path]
    }

    // MARK: History

    @Test func `an entry of several lines comes back whole in the next session`() throws {
        let environment = ["INNERLOOP_HISTORY": folder.path + "/history"]
        let first = try PseudoTerminal(environment: environment)
        try first.expect("[1] ▸ ")
        first.type("(40 +\r")
        try first.expect("⋮ ")
        first.type("2)\r")
        try first.expect("\r42\r\n")
        try leave(first)
        let second = try PseudoTerminal(environment: environment)
        try second.expect("[1] ▸ ")
        second.type(Self.up)
        try second.expect("2)")
        second.type(" + 1\r")
        try second.expect("\r43\r\n")
        try leave(second)
    }

    @Test func `without history nothing is read and nothing is written`() throws {
        let path = try folder.write("6 * 111\n", to: "history")
        let terminal = try PseudoTerminal("--no-history", environment: ["INNERLOOP_HISTORY": path])
        try enter("1 + 1", in: terminal)
        try terminal.expect("[2] ▸ ")
        terminal.type(Self.up + Self.up + "\r")
        try terminal.expect("\r2\r\n")
        try leave(terminal)
        #expect(!terminal.screen.contains("111"))
        #expect(TestFolder.text(path) == "6 * 111\n")
    }

    @Test func `a history variable that is set to nothing keeps no history`() throws {
        let terminal = try PseudoTerminal(
            environment: ["INNERLOOP_HISTORY": "", "XDG_STATE_HOME": folder.path])
        try enter("1 + 1", in: terminal)
        try leave(terminal)
        #expect(access(folder.path + "/innerloop/history", F_OK) != 0)
    }

    @Test func `the option comes before the environment and that before the configuration, for the history`() throws {
        let path = folder.path + "/history"
        let off = try configure("history = off\n")
        let configured = try PseudoTerminal(environment: off.merging(["XDG_STATE_HOME": folder.path]) { $1 })
        try enter("1 + 1", in: configured)
        try leave(configured)
        #expect(access(folder.path + "/innerloop/history", F_OK) != 0)
        let overruled = try PseudoTerminal(environment: off.merging(["INNERLOOP_HISTORY": path]) { $1 })
        try enter("1 + 2", in: overruled)
        try leave(overruled)
        #expect(TestFolder.text(path) == "1 + 2\n")
        let refused = try PseudoTerminal("--no-history", environment: ["INNERLOOP_HISTORY": path])
        try enter("1 + 3", in: refused)
        try leave(refused)
        #expect(TestFolder.text(path) == "1 + 2\n")
    }

    // MARK: Stopping and leaving

    @Test func `a stopped loop keeps its last whole iteration, and a stopped formula changes nothing`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try enter("a = 0", "b = 0", in: terminal)
        try terminal.expect("[3] ▸ ")
        terminal.type("while true { a = a + 1; b = b + 1 }\r")
        try terminal.expect(Self.running)
        // The bar: some iterations are over.
        try terminal.expect(" iterations")
        terminal.type(Self.controlC)
        try terminal.expect("interrupted after iteration ")
        try enter("a == b and a > 0", in: terminal)
        try terminal.expect("\rtrue\r\n")
        try enter("n = 5", in: terminal)
        try terminal.expect(" ▸ ")
        terminal.type("n = { k = 0; while true { k = k + 1 }; k }\r")
        try terminal.expect(Self.running)
        terminal.type(Self.controlC)
        try terminal.expect("interrupted")
        try enter("n + 1", in: terminal)
        try terminal.expect("\r6\r\n")
        try leave(terminal)
    }

    @Test func `Ctrl-D in a lesson leaves with 0, and the next session goes on there`() throws {
        let lesson = """
            ---
            {format: 1, id: two, title: Two}
            ---

            ## First

            ```loop
            x = 41
            ```

            ## Second

            ```loop
            x + 1
            ```
            """
        _ = try folder.makeFolder("lessons")
        try folder.write(lesson, to: "lessons/two.md")
        let environment = ["INNERLOOP_HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state"]
        let first = try PseudoTerminal("learn", "two", environment: environment)
        try first.expect("step 1 of 2")
        try enter("", "", in: first)
        try first.expect("step 2 of 2")
        try leave(first)
        let second = try PseudoTerminal(environment: environment)
        // From the prompt into the lesson: Enter says what another one does.
        try enter("", in: second)
        try second.expect("Enter again opens the lesson 'two'")
        try enter("", in: second)
        try second.expect("going on at step 2")
        try enter("", in: second)
        try second.expect("42\r\n")
        try leave(second)
    }

    @Test func `Ctrl-D after half a line is no end`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try terminal.expect("[1] ▸ ")
        terminal.type("40 + 2")
        try terminal.expect("40 + 2")
        terminal.type(Self.controlD + "\r")
        try terminal.expect("\r42\r\n")
        try leave(terminal)
    }

    // MARK: Colour

    @Test(arguments: [
        (arguments: [], environment: ["TERM": "xterm"], isColoured: true),
        ([], ["TERM": "xterm", "NO_COLOR": "1"], false),
        ([], ["TERM": "dumb"], false),
        (["--color", "never"], ["TERM": "xterm"], false),
        (["--color", "always"], ["TERM": "dumb", "NO_COLOR": "1"], true),
    ])
    func `on a terminal colour follows the option, then NO_COLOR, then TERM`(
        arguments: [String], environment: [String: String], isColoured: Bool
    ) throws {
        var variables = ["NO_COLOR": ""]
        variables.merge(environment) { $1 }
        let terminal = try PseudoTerminal(arguments + ["-e", "claim 1 == 1"], environment: variables)
        #expect(terminal.end() == 0)
        #expect(terminal.screen.contains(Self.escape) == isColoured)
        #expect(terminal.screen.contains("✓"))
    }

    @Test func `a dumb terminal gets lines, and no escape sequence`() throws {
        let terminal = try PseudoTerminal("--no-history", environment: ["TERM": "dumb", "NO_COLOR": ""])
        try terminal.expect("[1] ▸ ")
        terminal.type("θ = 20\r")
        try terminal.expect("[2] ▸ ")
        terminal.type("2θ + 2\r")
        try terminal.expect("42\r\n")
        try terminal.expect("[3] ▸ ")
        terminal.type("claim θ == 3\r")
        try terminal.expect("✗ fails")
        try terminal.expect("[4] ▸ ")
        terminal.type(":help\r")
        try terminal.expect(":quit")
        try leave(terminal)
        #expect(!terminal.screen.contains(Self.escape))
    }

    // MARK: Characters

    @Test func `where the locale is not UTF-8 the screen is ASCII, and what is typed is read all the same`() throws {
        let terminal = try PseudoTerminal("--no-history", environment: ["LANG": "C"])
        try terminal.expect("[1]: ")
        terminal.type("theta = 20; {theta: theta}\r")
        try terminal.expect("theta  20\r\n")
        try terminal.expect("[3]: ")
        terminal.type("claim 1 == 1\r")
        try terminal.expect("ok: exactly")
        try terminal.expect("[4]: ")
        terminal.type(":vars\r")
        try terminal.expect("theta  a number  20\r\n")
        try terminal.expect("[4]: ")
        terminal.type(Self.controlD)
        #expect(terminal.end() == 0)
        #expect(terminal.screen.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func `wide and combining characters take the columns that a terminal gives them`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try enter("{漢字: 1, θ̂: 2, x: 3}", in: terminal)
        try terminal.expect("  漢字  1\r\n  θ̂     2\r\n  x     3\r\n")
        try leave(terminal)
    }

    // MARK: Streams and statuses

    @Test func `results are on standard output, diagnostics on standard error`() throws {
        let outcome = try ChildProcess.run("-e", "40 + 2", "--keep-going", "-e", "nothing_of_that_name")
        #expect(outcome.output == "42\n")
        #expect(outcome.errors.contains("unknown name") && !outcome.errors.contains("42"))
        #expect(outcome.status == 1)
    }

    @Test func `what stands after two dashes is a file, whatever it looks like`() throws {
        let outcome = try ChildProcess.run("--", "-e")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("-e"))
        #expect(outcome.status != 0)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
    func `a script that a signal ends has its status`(_ signal: Int32) throws {
        let terminal = try PseudoTerminal("-e", "1 + 1", "-e", "while true { x = 1 }")
        try terminal.expect("2\r\n")
        terminal.send(signal)
        #expect(terminal.end() == 128 + signal)
    }

    @Test func `short work has no bar`() throws {
        let terminal = try PseudoTerminal("-e", "for i in 1..100 { x = i }", "-e", "x")
        #expect(terminal.end() == 0)
        #expect(terminal.screen == "100\r\n")
    }

    @Test func `a pager set to nothing is none`() throws {
        let terminal = try PseudoTerminal("--no-history", environment: ["INNERLOOP_PAGER": "", "PAGER": "false"])
        try enter(":help", in: terminal)
        try terminal.expect("Type a formula")
        try terminal.expect(":quit")
        try leave(terminal)
    }
}
