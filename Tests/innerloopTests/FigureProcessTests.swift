import Glibc
import TemporaryFolders
import Testing

@testable import innerloop

/// The program and the gnuplot it starts, one of them killed, stopped or gone.
@Suite struct FigureProcessTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Puts a program first on the search path that notes its number and goes on as what is given.
    private func environment(gnuplot action: String) throws -> [String: String] {
        let script = "#!/bin/sh\necho $$ >> '\(folder.path)/ids'\n\(action)\n"
        chmod(try folder.write(script.utf8, to: "gnuplot"), 0o755)
        return ["PATH": "\(folder.path):\(ChildProcess.value("PATH") ?? "")"]
    }

    private static let gnuplot = "/usr/bin/gnuplot"
    private var real: String { "exec \(Self.gnuplot) \"$@\"" }

    private func ids() throws -> [pid_t] {
        guard let file = fopen("\(folder.path)/ids", "r") else { return [] }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 40)
        var ids: [pid_t] = []
        while fgets(&line, 40, file) != nil { ids.append(atoi(line)) }
        return ids
    }

    /// Whether it runs; one that has ended and is not yet reaped does not.
    private func runs(_ process: pid_t) -> Bool {
        guard let file = fopen("/proc/\(process)/stat", "r") else { return false }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 200)
        guard fgets(&line, 200, file) != nil else { return false }
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return !text.contains(") Z ")
    }

    /// Waits until it has ended; false if it does not in far more time than that takes.
    private func ends(_ process: pid_t) -> Bool {
        for _ in 0..<3000 {
            if !runs(process) { return true }
            usleep(10_000)
        }
        return false
    }

    @Test(.enabled(if: access(gnuplot, X_OK) == 0, "gnuplot is not installed"), arguments: [SIGKILL, SIGTERM, SIGHUP])
    func `gnuplot ends with the program, however that ends`(signal: Int32) throws {
        let terminal = try PseudoTerminal("--no-history", environment: environment(gnuplot: real))
        try terminal.expect("[1] ▸ ")
        terminal.type("plot([1, 4, 9])\r")
        try terminal.expect("•")
        try terminal.expect("[2] ▸ ")
        let process = try #require(try ids().first)
        #expect(runs(process))
        terminal.send(signal)
        _ = terminal.end()
        #expect(ends(process))
    }

    @Test(.enabled(if: access(gnuplot, X_OK) == 0, "gnuplot is not installed"))
    func `a gnuplot killed between two figures, or stopped under one, is not missed`() throws {
        let terminal = try PseudoTerminal("--no-history", environment: environment(gnuplot: real))
        try terminal.expect("[1] ▸ ")
        terminal.type("plot([1, 4, 9])\r")
        try terminal.expect("•")
        try terminal.expect("[2] ▸ ")
        let first = try #require(try ids().first)
        kill(first, SIGKILL)
        terminal.type("plot([1, 4, 9])\r")
        try terminal.expect("•")
        try terminal.expect("[3] ▸ ")
        #expect(!runs(first))
        let second = try #require(try ids().last)
        #expect(second != first)
        kill(second, SIGSTOP)
        // A Ctrl-C that comes before gnuplot has been asked stops the formula, and nothing else.
        repeat {
            terminal.type("plot([1, 4, 9])\r")
            try terminal.expect("\u{1B}[?2004l")
            usleep(200_000)
            terminal.type("\u{3}")
        } while try terminal.expect("stopped before the figure was drawn", or: "interrupted") == "interrupted"
        try terminal.expect(" ▸ ")
        #expect(ends(second))
        terminal.type("1 + 1\r")
        try terminal.expect("\r2\r\n")
        try terminal.expect(" ▸ ")
        terminal.type(":quit\r")
        #expect(terminal.end() == 0)
        for process in try ids() { #expect(ends(process)) }
    }

    @Test func `without a working gnuplot the session goes on, and says why there is no figure`() throws {
        let script = Array("plot([1, 2])\nprint(\"after\")\n".utf8)
        for (action, words) in [
            ("echo 'no display' >&2", "(no figure: gnuplot ended before the figure was drawn: no display)"),
            ("kill -9 $$", "(no figure: gnuplot ended before the figure was drawn)"),
            ("yes x >&2", "(no figure: gnuplot ended before the figure was drawn: it writes messages without end)"),
        ] {
            let outcome = try ChildProcess.run("-", input: script, environment: environment(gnuplot: action))
            #expect(outcome.status == 0)
            let onOneLine = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(onOneLine.contains(words) && outcome.output.hasSuffix("after\n"), "\(outcome.output)")
            for process in try ids() { #expect(ends(process)) }
        }
    }

    @Test func `without gnuplot the figure is drawn in characters`() throws {
        let outcome = try ChildProcess.run("-e", "plot([1, 2])", environment: ["PATH": folder.path])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("•") && outcome.output.contains("gnuplot is not installed"))
    }

    @Test func `the start-up files and variables of gnuplot run nothing`() throws {
        let canary = folder.path + "/canary"
        for name in [".gnuplot", "gnuplotrc"] { try folder.write("system(\"touch \(canary)\")\n".utf8, to: name) }
        let outcome = try ChildProcess.run(
            "-e", "plot([1, 2])",
            environment: [
                "HOME": folder.path, "GNUPLOT_LIB": folder.path, "GNUPLOT_DRIVER_DIR": folder.path,
                "GNUTERM": "dumb; system('touch \(canary)')", "XDG_CONFIG_HOME": folder.path,
            ])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("•"))
        #expect(!folder.names.contains("canary"))
    }
}
