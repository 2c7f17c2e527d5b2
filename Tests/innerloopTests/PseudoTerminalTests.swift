import Glibc
import TemporaryFolders
import Testing

/// One walk through the real program on a real terminal.
@Suite(.serialized) struct PseudoTerminalTests {
    private static let controlC = "\u{3}"
    private static let controlD = "\u{4}"
    /// What readline sends when it gives the terminal back, that is when what was entered begins to run.
    private static let running = "\u{1B}[?2004l"

    /// Ctrl-D, at a prompt: sooner it would be the end of input of the terminal's own line editing.
    private func leave(_ terminal: PseudoTerminal) throws {
        try terminal.expect(" ▸ ")
        terminal.type(Self.controlD)
        #expect(terminal.end() == 0)
    }

    @Test func `a formula typed at the prompt is answered, and Ctrl-D leaves with 0`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try terminal.expect("InnerLoop ")
        try terminal.expect("[1] ▸ ")
        terminal.type("f(x) = x² + 3x\r")
        try terminal.expect("[2] ▸ ")
        terminal.type("∇f(2)\r")
        try terminal.expect("\r7\r\n")
        try leave(terminal)
    }

    @Test func `Ctrl-C stops a loop that would not end, and the session goes on`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try terminal.expect("[1] ▸ ")
        terminal.type("y = 40\r")
        try terminal.expect("[2] ▸ ")
        terminal.type("while true { x = 1 }\r")
        try terminal.expect(Self.running)
        terminal.type(Self.controlC)
        try terminal.expect("interrupted")
        try terminal.expect(" ▸ ")
        terminal.type("y + 2\r")
        try terminal.expect("\r42\r\n")
        try leave(terminal)
    }

    @Test func `Ctrl-C at the prompt drops the line and nothing else`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try terminal.expect("[1] ▸ ")
        terminal.type("y = 40\r")
        try terminal.expect("[2] ▸ ")
        terminal.type("y = (1 +")
        try terminal.expect("(1 +")
        terminal.type(Self.controlC)
        try terminal.expect("[2] ▸ ")
        terminal.type("y + 2\r")
        try terminal.expect("\r42\r\n")
        terminal.type(":quit\r")
        #expect(terminal.end() == 0)
    }

    @Test func `a line is continued while a bracket is open, and a paste of lines is one entry`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try terminal.expect("[1] ▸ ")
        terminal.type("y = (40 +\r")
        try terminal.expect("⋮ ")
        terminal.type("2)\r")
        try terminal.expect("[2] ▸ ")
        terminal.type("\u{1B}[200~y + 1\ny + 2\u{1B}[201~")
        try terminal.expect("y + 2")
        terminal.type("\r")
        try terminal.expect("\r43\r\n44\r\n")
        try leave(terminal)
    }

    @Test func `Tab turns the name of a symbol into the symbol, and completes commands`() throws {
        let terminal = try PseudoTerminal("--no-history")
        try terminal.expect("[1] ▸ ")
        terminal.type("\\theta\t = 5\r")
        try terminal.expect("θ")
        try terminal.expect("[2] ▸ ")
        terminal.type("theta + 1\r")
        try terminal.expect("\r6\r\n")
        terminal.type(":va\t\r")
        try terminal.expect(":vars \r\n")
        try terminal.expect("θ  a number  5\r\n")
        try leave(terminal)
    }

    @Test func `what was entered is there in the next session`() throws {
        let history = ["INNERLOOP_HISTORY": try TemporaryFolder().path + "/history"]
        let first = try PseudoTerminal(environment: history)
        try first.expect("[1] ▸ ")
        first.type("12345 + 1\r")
        try first.expect("\r12346\r\n")
        try leave(first)
        let second = try PseudoTerminal(environment: history)
        try second.expect("[1] ▸ ")
        second.type("\u{1B}[A\r")
        try second.expect("\r12346\r\n")
        try leave(second)
    }

    @Test func `Enter walks through the lesson to its end, and no claim of it fails`() throws {
        let terminal = try PseudoTerminal("learn", "maml", "--no-history")
        try terminal.expect("step 1 of ")
        // A step takes as many as it has blocks that wait, and one to go on. Whatever else stands in its last line, an
        // invitation names `:skip`.
        var found = ":skip"
        while found == ":skip" {
            try terminal.expect(" ▸ ")
            terminal.type(":solution\r")
            try terminal.expect(" ▸ ")
            terminal.type("\r")
            found = try terminal.expect(":skip", or: ": done.")
        }
        #expect(!terminal.screen.contains("✗"))
        try leave(terminal)
    }

    @Test func `Ctrl-C ends a script by its signal`() throws {
        let terminal = try PseudoTerminal("-e", "40 + 2", "-e", "while true { x = 1 }", "-e", "5 + 5")
        try terminal.expect("42\r\n")
        terminal.type(Self.controlC)
        #expect(terminal.end() == 128 + 2)
        #expect(!terminal.screen.contains("10\r\n"))
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal that ends the program at its prompt leaves the terminal as it was found`(_ signal: Int32) throws {
        let terminal = try PseudoTerminal("--no-history")
        try terminal.expect("[1] ▸ ")
        terminal.type("half a li")
        try terminal.expect("half a li")
        #expect(!terminal.isAsFound)
        terminal.send(signal)
        #expect(terminal.end() == 128 + signal)
        #expect(terminal.isAsFound)
    }
}
