import Glibc
import TemporaryFolders
import Testing

/// What readline does for the prompt, on a real terminal.
@Suite(.serialized) struct LineEditingTests {
    private static let controlC = "\u{3}"
    private static let controlD = "\u{4}"
    private static let controlR = "\u{12}"
    private static let controlZ = "\u{1A}"
    private static let escape = "\u{1B}"
    private static let up = "\u{1B}[A"
    /// What readline sends when it gives the terminal back, that is when what was entered begins to run.
    private static let running = "\u{1B}[?2004l"

    private func leave(_ terminal: PseudoTerminal) throws {
        try terminal.expect(" ▸ ")
        terminal.type(Self.controlD)
        #expect(terminal.end() == 0)
    }

    private func script(_ text: String) throws -> String {
        let path = try TemporaryFolder().path + "/script"
        try ChildProcess.write(Array("#!/bin/sh\n\(text)\n".utf8), to: path)
        chmod(path, 0o700)
        return path
    }

    @Test func `an inputrc is obeyed, and can turn vi keys on`() throws {
        let path = try TemporaryFolder().path + "/inputrc"
        try ChildProcess.write(Array("set editing-mode vi\nset keyseq-timeout 20\n".utf8), to: path)
        let terminal = try PseudoTerminal("--no-history", environment: ["INPUTRC": path])
        try terminal.expect("[1] ▸ ")
        terminal.type("21 + 21")
        try terminal.expect("21 + 21")
        // To the line's beginning, and the first word changed.
        terminal.type(Self.escape)
        terminal.type("0cw")
        terminal.type("58\r")
        try terminal.expect("\r79\r\n")
        try leave(terminal)
    }

    @Test func `Ctrl-R finds an entry again, and Up brings one of several lines back whole`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try terminal.expect("[1] ▸ ")
        terminal.type("12345 + 1\r")
        try terminal.expect("\r12346\r\n")
        terminal.type("y = (40 +\r")
        try terminal.expect("⋮ ")
        terminal.type("2)\r")
        try terminal.expect("[3] ▸ ")
        terminal.type(Self.up)
        try terminal.expect("2)")
        terminal.type(" * 2; y\r")
        try terminal.expect("\r84\r\n")
        try terminal.expect("[5] ▸ ")
        terminal.type(Self.controlR + "2345")
        try terminal.expect("i-search)")
        terminal.type("\r")
        try terminal.expect("\r12346\r\n")
        try leave(terminal)
    }

    @Test func `Ctrl-Z stops the program, and when it goes on the line is there again`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try terminal.expect("[1] ▸ ")
        terminal.type("40 + ")
        try terminal.expect("40 + ")
        // Its terminal is its own here: nobody is left to be given it back.
        terminal.send(SIGTSTP)
        try terminal.expect(Self.running)
        terminal.send(SIGCONT)
        try terminal.expect("[1] ▸ 40 + ")
        terminal.type("2\r")
        try terminal.expect("\r42\r\n")
        try leave(terminal)
    }

    @Test func `a window that changes its size while a line is typed is used as it is then`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try terminal.expect("[1] ▸ ")
        terminal.type("x = 1")
        try terminal.expect("x = 1")
        terminal.resize(columns: 40)
        terminal.type("; x\r")
        try terminal.expect("\r1\r\n")
        try terminal.expect(" ▸ ")
        terminal.type(":vars\r")
        try terminal.expect("x  a number  1\r\n")
        terminal.type("linspace(0, 1, 14)\r")
        try terminal.expect(Self.running)
        try terminal.expect(" ▸ ")
        let widest = terminal.screen.split(separator: "linspace(0, 1, 14)").last.map { text in
            text.replacing(Self.running + "\r", with: "").split(separator: "\r\n").dropLast().map(\.count).max() ?? 0
        }
        #expect((1...40).contains(widest ?? 0))
        terminal.type(Self.controlD)
        #expect(terminal.end() == 0)
    }

    @Test func `Tab lists candidates with what they are, and Greek both ways`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try terminal.expect("[1] ▸ ")
        terminal.type(":lea\t\t")
        try terminal.expect("learn  walk through a lesson")
        try terminal.expect("leave  close the lesson")
        terminal.type("r\t\u{15}ζ\t")
        try terminal.expect("\\zeta")
        terminal.type("\t = 4\r")
        try terminal.expect("[2] ▸ ")
        terminal.type("zeta + 1\r")
        try terminal.expect("\r5\r\n")
        try leave(terminal)
    }

    @Test func `a pasted transcript is one entry, without its prompts and answers`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try terminal.expect("[1] ▸ ")
        terminal.type("\u{1B}[200~[1] ▸ x = 3\n[2] ▸ x + 1\n4\n[3] ▸ x + 2\u{1B}[201~")
        try terminal.expect("x + 2")
        terminal.type("\r")
        try terminal.expect("\r4\r\n5\r\n")
        try leave(terminal)
    }

    @Test func `what is saved in the editor is shown and run, and Up brings it back`() throws {
        let editor = try script("echo 'y * 2' >> \"$1\"")
        let terminal = try PseudoTerminal("--no-history", environment: ["EDITOR": editor, "VISUAL": ""])
        try terminal.expect("[1] ▸ ")
        terminal.type("y = 21\r")
        try terminal.expect("[2] ▸ ")
        terminal.type(":edit\r")
        try terminal.expect("[2] ▸ y = 21\r\n")
        try terminal.expect("⋮ y * 2\r\n42\r\n")
        try terminal.expect("[4] ▸ ")
        terminal.type(":edit 9\r")
        try terminal.expect("there is no cell '9'")
        try leave(terminal)
    }

    @Test func `an editor that fails is spoken of, and nothing is run`() throws {
        let terminal = try PseudoTerminal("--no-history", environment: ["VISUAL": "no-such-editor"])
        try terminal.expect("[1] ▸ ")
        terminal.type(":edit\r")
        try terminal.expect("cannot start the editor 'no-such-editor'")
        try leave(terminal)
    }

    @Test func `what is longer than the screen goes through the pager`() throws {
        let pager = try script("echo paged $(wc -l) lines")
        let terminal = try PseudoTerminal("--no-history", environment: ["INNERLOOP_PAGER": pager])
        try terminal.expect("[1] ▸ ")
        terminal.type(":help\r")
        try terminal.expect("paged ")
        try terminal.expect("[1] ▸ ")
        terminal.type("1 + 2\r")
        try terminal.expect("\r3\r\n")
        try leave(terminal)
    }

    @Test func `a stopped loop says how far it came, keeps that, and takes its bar away`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try terminal.expect("[1] ▸ ")
        terminal.type("n = 0\r")
        try terminal.expect("[2] ▸ ")
        terminal.type("while true { n = n + 1 }\r")
        try terminal.expect(" iterations · n ")
        terminal.type(Self.controlC)
        try terminal.expect("\rinterrupted after iteration ")
        try terminal.expect(", whose bindings are kept\r\n")
        try terminal.expect(" ▸ ")
        terminal.type("n > 10\r")
        try terminal.expect("\rtrue\r\n")
        try leave(terminal)
    }

    @Test func `a plain screen has no escape sequence, and figures stand there in words`() throws {
        let terminal = try PseudoTerminal("--no-history", "--plain", environment: ["TERM": "xterm-256color"])
        try terminal.expect("[1] ▸ ")
        terminal.type("plot([1, 4, 9])\r")
        try terminal.expect("figure: a line plot, 1 series\r\n")
        terminal.type("claim 1 == 2\r")
        try terminal.expect("fails")
        terminal.type("lins\t(0, 1, 3)\r")
        try terminal.expect("[0, 0.5, 1]\r\n")
        try leave(terminal)
        #expect(!terminal.screen.contains(Self.escape))
    }
}
