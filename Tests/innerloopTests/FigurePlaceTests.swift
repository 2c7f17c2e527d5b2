import Testing

@testable import innerloop

/// Figures on a terminal that is asked what it can show.
@Suite(.serialized) struct FigurePlaceTests {
    private static let question = "\u{1B}[c"
    private static let kitty = "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[6;20;10t\u{1B}[?62;c"

    private func started(_ environment: [String: String] = [:]) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal("--no-history", environment: environment)
        try terminal.expect("▸")
        return terminal
    }

    /// Ctrl-D, at a prompt: sooner it would be the end of input of the terminal's own line editing.
    private func finish(_ terminal: PseudoTerminal) throws {
        try terminal.expect(" ▸ ")
        terminal.type("\u{4}")
        #expect(terminal.end() == 0)
    }

    @Test func `a terminal that says it takes pictures gets one, and is asked once`() throws {
        let terminal = try started()
        for cell in 1...2 {
            terminal.type("plot([1, 3, 2])\r")
            if cell == 1 {
                try terminal.expect(Self.question)
                terminal.type(Self.kitty)
            }
            try terminal.expect("\u{1B}_Ga=T,f=100,q=2,c=84,m=1;iVBORw0KGgo")
            try terminal.expect("[\(cell + 1)]")
            if cell == 1 { try terminal.expect(" ▸ ") }
        }
        try finish(terminal)
        #expect(terminal.screen.ranges(of: Self.question).count == 1)
    }

    @Test func `one that shows none gets characters`() throws {
        let terminal = try started()
        terminal.type("plot([1, 3, 2])\r")
        try terminal.expect(Self.question)
        terminal.type("\u{1B}[?62;22c")
        try terminal.expect("└")
        try finish(terminal)
        #expect(terminal.isAsFound)
    }

    @Test func `one that never answers gets characters too`() throws {
        let terminal = try started()
        terminal.type("plot([1, 3, 2])\r")
        try terminal.expect("└")
        try finish(terminal)
    }

    @Test func `what is typed while the terminal answers is the next entry`() throws {
        let terminal = try started()
        terminal.type("plot([1, 3, 2])\r")
        try terminal.expect(Self.question)
        terminal.type("20 + 2\u{1B}[?62;22c2\r")
        try terminal.expect("└")
        try terminal.expect("\r42\r\n")
        try finish(terminal)
    }

    @Test func `a choice is heeded whatever the terminal says, and text asks nothing`() throws {
        let terminal = try started()
        terminal.type(":set plot text\r")
        terminal.type("plot([1, 3, 2])\r")
        try terminal.expect("└")
        #expect(!terminal.screen.contains(Self.question))
        terminal.type(":set plot iterm\r")
        terminal.type(":plot\r")
        try terminal.expect(Self.question)
        terminal.type("\u{1B}[?62;22c")
        try terminal.expect("\u{1B}]1337;File=inline=1;")
        terminal.type(":set plot somewhere\r")
        try terminal.expect("auto, text, kitty, iterm, sixel or window")
        try finish(terminal)
    }

    @Test func `without a gnuplot no terminal is asked, whatever was chosen`() throws {
        let terminal = try started(["PATH": "/nowhere"])
        terminal.type(":set plot kitty\r")
        terminal.type("plot([1, 3, 2])\r")
        try terminal.expect("gnuplot is not installed")
        try finish(terminal)
        #expect(!terminal.screen.contains(Self.question))
    }

    @Test func `a window that can't be opened is told once, and characters stand in its place`() throws {
        let terminal = try started(["DISPLAY": ":4711", "TERM": "dumb"])
        terminal.type("plot([1, 3, 2])\r")
        try terminal.expect("(no figure:")
        try terminal.expect("└")
        terminal.type("1 + 1\r")
        try terminal.expect("\n2\r\n")
        terminal.type("plot([1, 3, 2])\r")
        try terminal.expect("└")
        try finish(terminal)
        #expect(terminal.screen.ranges(of: "(no figure:").count == 1)
    }
}
