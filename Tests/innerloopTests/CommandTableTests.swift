import Formulas
import TemporaryFolders
import Testing

@testable import innerloop

@Suite struct CommandTableTests {
    private func name(_ word: String) -> String? {
        if case .found(let command) = CommandTable.find(word) { command.name } else { nil }
    }

    @Test func `a whole name finds its command though others begin so`() {
        for command in CommandTable.all { #expect(name(command.name) == command.name) }
    }

    @Test func `names are distinct`() {
        #expect(Set(CommandTable.all.map(\.name)).count == CommandTable.all.count)
    }

    @Test func `the beginning of a name is enough where only one begins so`() {
        #expect(name("q") == "quit")
        #expect(name("lear") == "learn")
        guard case .ambiguous(let names) = CommandTable.find("le") else {
            Issue.record("':le' is not ambiguous")
            return
        }
        #expect(names == ["lessons", "learn", "leave"])
    }

    @Test func `an unknown command suggests the nearest`() {
        #expect(screen(ScriptedTerminal(typing: ":hepl")).contains("no command ':hepl'; did you mean ':help'?"))
        #expect(screen(ScriptedTerminal(typing: ":frobnicate")).contains("':help' lists the commands"))
        #expect(screen(ScriptedTerminal(typing: ":")).contains("no command ':'"))
    }

    @Test func `help lists every command with its summary`() {
        let terminal = ScriptedTerminal(typing: ":help")
        terminal.appearance.columns = 1000
        let shown = screen(terminal)
        for command in CommandTable.all {
            #expect(shown.contains("  :\(command.name)"))
            #expect(shown.contains(command.summary))
        }
    }

    @Test func `help on one command gives its parameters`() {
        #expect(screen(ScriptedTerminal(typing: ":help learn")).contains(":learn [lesson]"))
        #expect(screen(ScriptedTerminal(typing: ":help nothing")).contains("no help on 'nothing'"))
    }

    @Test func `quit leaves before the next entry`() {
        #expect(screen(ScriptedTerminal(typing: ":quit", "1 + 1")) == "[1] ▸ :quit\n")
    }

    @Test func `vars lists what is bound`() {
        #expect(
            screen(ScriptedTerminal(typing: "x = 1", "y = 2", ":vars")).contains("x  a number  1\ny  a number  2\n"))
    }

    @Test func `check counts the claims and those that fail`() {
        let shown = screen(ScriptedTerminal(typing: "a = 2", "claim a == 2", ":check", "a = 3", ":check"))
        #expect(shown.contains("1 claim, none fails\n"))
        #expect(shown.contains("1 claim, 1 failed\n"))
    }

    @Test func `without Unicode every page of help is ASCII, and so is a lesson`() throws {
        let words = Manual.topics.map(\.name) + ProgramTopic.all.map(\.name) + ["softmax", "claim"]
        let typed = words.map { ":help \($0)" } + [":symbols", ":help", ":lessons", ":learn first", "", "", "", ""]
        let terminal = ScriptedTerminal(typed.map { .line($0) })
        terminal.appearance.unicode = false
        let shown = screen(terminal, library: try WrittenLessons.library())
        #expect(shown.utf8.allSatisfy { $0 < 0x80 })
        #expect(shown.contains("grad"))
    }

    @Test func `plot script shows the last figure's gnuplot commands, or writes them to a file`() throws {
        let path = try TemporaryFolder().path + "/figure.gp"
        let shown = screen(ScriptedTerminal(typing: "plot([1, 4, 9])", ":plot script", ":plot script \(path)"))
        #expect(shown.contains("$series0 << EOD\n0.0 1.0\n1.0 4.0\n2.0 9.0\nEOD\nplot $series0 using 1:2 with lines"))
        #expect(shown.contains("saved \(path)"))
        #expect(TestFolder.text(path).hasPrefix("# A figure for gnuplot."))
    }

    @Test func `plot without a figure says so`() {
        #expect(screen(ScriptedTerminal(typing: ":plot")).contains("there is no figure yet"))
    }

    @Test func `without lessons the list says where they are looked for`() {
        #expect(screen(ScriptedTerminal(typing: ":lessons")).contains("INNERLOOP_HOME"))
        #expect(screen(ScriptedTerminal(typing: ":learn")).contains("INNERLOOP_HOME"))
    }
}
