import Figures
import Glibc
import Testing

@testable import Plots

/// Programs that stand in for gnuplot and misbehave.
@Suite struct GnuplotProcessTests {
    private let folder: TemporaryFolder
    private let curve: Figure

    init() throws {
        folder = try TemporaryFolder()
        curve = try Figure(curves: [[0, 1, 4, 9]])
    }

    private func plotter(
        _ script: String, seconds: Int = 30, isInterrupted: @escaping () -> Bool = { false }
    ) -> Plotter {
        folder.write("#!/bin/sh\necho $$ >> '\(folder.path)/ids'\n\(script)\n", to: "gnuplot", executable: true)
        return Plotter(searchPath: folder.path, secondsAllowed: seconds, isInterrupted: isInterrupted)
    }

    /// The processes that were started.
    private var ids: [pid_t] {
        String(decoding: folder.bytes(of: "ids"), as: UTF8.self).split(separator: "\n").compactMap { pid_t($0) }
    }

    /// Answers the n-th marker with the error state `$state`, after doing what is given.
    private func answering(_ action: String) -> String {
        """
        n=0
        state=0
        while read -r line; do
            case "$line" in
            *done*) n=$((n + 1)); \(action); echo "run $n done $state" >&2 ;;
            esac
        done
        """
    }

    private func draw(with plotter: Plotter) throws -> String {
        try plotter.text(curve, columns: 40, rows: 12, color: false, unicode: true)
    }

    @Test func `a program that ends at once is started twice and reported with its last words`() throws {
        let plotter = plotter("echo 'no display' >&2")
        #expect(throws: PlotError.ended("no display")) { try draw(with: plotter) }
        #expect(ids.count == 2)
        #expect(!ids.contains(where: exists))
    }

    @Test func `a program that never answers is stopped`() throws {
        // It ignores the polite signals, too.
        let plotter = plotter("trap '' TERM HUP INT; while :; do sleep 0.1; done", seconds: 1)
        #expect(throws: PlotError.timedOut(seconds: 1)) { try draw(with: plotter) }
        #expect(ids.count == 1)
        #expect(!ids.contains(where: exists))
        #expect(plotter.processID == nil)
    }

    @Test func `an interruption stops it`() throws {
        let plotter = plotter("while :; do sleep 0.1; done", isInterrupted: { true })
        #expect(throws: PlotError.interrupted) { try draw(with: plotter) }
        #expect(plotter.processID == nil)
    }

    @Test func `errors are reported with their text and the process goes on`() throws {
        let words = "{ echo 'gnuplot> plot'; echo '   ^'; echo '   line 3: bad'; } >&2"
        let plotter = plotter(answering("if [ $n -gt 1 ]; then state=1; \(words); fi"))
        #expect(throws: PlotError.refused("bad")) { try draw(with: plotter) }
        let process = plotter.processID
        #expect(throws: PlotError.refused("bad")) { try draw(with: plotter) }
        #expect(plotter.processID == process && process != nil)
    }

    @Test func `an answer that is no picture is an error`() throws {
        let plotter = plotter(answering("echo nonsense"))
        let error = #expect(throws: PlotError.self) { try draw(with: plotter) }
        #expect(error == .refused("its answer is not a picture in characters"))
    }

    @Test func `a flood on both streams before the commands are read stops nobody`() throws {
        let flood =
            "head -c 1000000 /dev/zero | tr '\\0' 'x'; echo; head -c 1000000 /dev/zero | tr '\\0' 'y' >&2; echo >&2"
        let plotter = plotter("\(flood)\n" + answering("echo flooded"))
        let figure = try Figure(curves: [(0..<50_000).map(Double.init)])
        let error = #expect(throws: PlotError.self) {
            try plotter.text(figure, columns: 40, rows: 12, color: false, unicode: true)
        }
        #expect(error == .refused("its answer is not a picture in characters"))
    }

    @Test func `a megabyte of errors is told in a few words, and the next figure is drawn`() throws {
        let errors = "head -c 1000000 /dev/zero | tr '\\0' 'y' | fold -w 100 >&2"
        let plotter = plotter(answering("if [ $n = 2 ]; then state=1; \(errors); echo >&2; else state=0; fi"))
        let error = #expect(throws: PlotError.self) { try draw(with: plotter) }
        guard case .refused(let words)? = error else { throw NoPanel() }
        #expect(words.hasPrefix("yyyy") && words.count == 301 && words.hasSuffix("…"))
        let process = plotter.processID
        // It has no picture to answer with, but it is the same process, and it is asked.
        #expect(throws: PlotError.refused("its answer is not a picture in characters")) { try draw(with: plotter) }
        #expect(plotter.processID == process && process != nil)
    }

    @Test func `errors without end are an error, long before they fill the memory`() throws {
        let plotter = plotter("yes 'warning: no' >&2", seconds: 1000)
        #expect(throws: PlotError.ended("it writes messages without end")) { try draw(with: plotter) }
        #expect(ids.count == 2)
        #expect(!ids.contains(where: exists))
    }

    @Test func `a program that has gone is an error, and drawn with again when it is back`() throws {
        let plotter = plotter(answering(""))
        unlink("\(folder.path)/gnuplot")
        let error = #expect(throws: PlotError.self) { try draw(with: plotter) }
        #expect(error?.message.hasSuffix("/gnuplot could not be started: No such file or directory") == true)
        let gnuplot = ExecutableSearch.find("gnuplot", in: "/usr/bin:/usr/local/bin:/bin")
        folder.write("#!/bin/sh\nexec '\(gnuplot ?? "")' \"$@\"\n", to: "gnuplot", executable: true)
        if gnuplot != nil { #expect(try draw(with: plotter).contains("•")) }
    }

    @Test func `a program that can't be run is reported`() throws {
        let plotter = plotter("")
        folder.write("#!/nowhere/shell\n", to: "gnuplot", executable: true)
        let error = #expect(throws: PlotError.self) { try draw(with: plotter) }
        #expect(error?.message.hasSuffix("/gnuplot could not be started: No such file or directory") == true)
    }
}
