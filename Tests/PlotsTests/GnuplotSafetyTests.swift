import Figures
import Glibc
import Testing

@testable import Plots

@Suite(.enabled(if: Plotter().notice == nil, "gnuplot is not installed")) struct GnuplotSafetyTests {
    private let folder: TemporaryFolder
    private let curve: Figure

    init() throws {
        folder = try TemporaryFolder()
        curve = try Figure(curves: [[0, 1, 4, 9]])
    }

    @Test func `no text of a figure is ever run`() throws {
        let canary = "\(folder.path)/canary"
        let plotter = Plotter()
        let process = try processAfterFirstFigure(of: plotter)
        let attacks = [
            "'; system(\"touch \(canary)\"); '", "\"; system('touch \(canary)')", "`touch \(canary)`",
            "$(touch \(canary))",
            "a\nsystem(\"touch \(canary)\")", "a\r!touch \(canary)", "a\\\n!touch \(canary)\\", "\\'; !touch \(canary)",
            "\nEOD\nsystem(\"touch \(canary)\")\n", "< touch \(canary)", "|touch \(canary)",
            "@system(\"touch \(canary)\")",
            "\0\n!touch \(canary)\n", "\u{2028}!touch \(canary)", String(repeating: "'`\"\n\\{@", count: 1500),
        ]
        for attack in attacks {
            let figure = try Figure(
                curves: [[1, 2], [2, 1]], labels: [attack, attack], title: attack, x: attack, y: attack)
            _ = try plotter.text(figure, columns: 80, rows: 24, color: true, unicode: true)
            for format in ["svg", "png"] { try plotter.save(figure, to: "\(folder.path)/a.\(format)") }
            try plotter.save(try figureOfAllKinds(saying: attack), to: "\(folder.path)/a.svg")
        }
        #expect(folder.names == ["a.png", "a.svg"])
        #expect(plotter.processID == process, "gnuplot survived them all")
    }

    @Test func `a title comes out as it was written`() throws {
        let title = "it''s `a` \"b\" {c}_d^e \\n @f #g"
        try Plotter().save(try Figure(curves: [[1, 2]], title: title), to: "\(folder.path)/a.svg")
        // Kept apart by XML's escapes alone.
        let picture = String(decoding: folder.bytes(of: "a.svg"), as: UTF8.self)
        #expect(picture.contains("it''s `a` \"b\" {c}_d^e \\n @f #g"))
    }

    @Test func `the user's start-up files are not read`() throws {
        let canary = "\(folder.path)/canary"
        folder.write("system(\"touch \(canary)\")\n", to: ".gnuplot")
        folder.write("system(\"touch \(canary)\")\n", to: "gnuplotrc")
        let path = try #require(getenv("PATH").map { String(cString: $0) })
        let program = try #require(ExecutableSearch.find("gnuplot", in: path))
        let settings = "HOME='\(folder.path)' GNUPLOT_LIB='\(folder.path)'"
        folder.write("#!/bin/sh\n\(settings) exec '\(program)' \"$@\"\n", to: "gnuplot", executable: true)

        // The trap works: an ordinary start falls into it.
        #expect(pclose(popen("'\(folder.path)/gnuplot' < /dev/null", "r")) == 0)
        #expect(unlink(canary) == 0)

        let plotter = Plotter(searchPath: folder.path)
        #expect(try plotter.text(curve, columns: 40, rows: 12, color: false, unicode: true).contains("•"))
        plotter.close()
        #expect(folder.names == [".gnuplot", "gnuplot", "gnuplotrc"])
    }

    @Test func `a gnuplot that was killed is started again`() throws {
        let plotter = Plotter()
        let first = try processAfterFirstFigure(of: plotter)
        #expect(kill(first, SIGKILL) == 0)
        #expect(try plotter.text(curve, columns: 40, rows: 12, color: false, unicode: true).contains("•"))
        #expect(plotter.processID != first)
        #expect(!exists(first))
    }

    /// A gnuplot whose first process does something before it goes on as the real one.
    private func plotter(firstDoing action: String, seconds: Int = 30) throws -> Plotter {
        let path = try #require(getenv("PATH").map { String(cString: $0) })
        let program = try #require(ExecutableSearch.find("gnuplot", in: path))
        let isFirst = "[ -e '\(folder.path)/begun' ] || { : > '\(folder.path)/begun'; \(action); }"
        folder.write("#!/bin/sh\n\(isFirst)\nexec '\(program)' \"$@\"\n", to: "gnuplot", executable: true)
        return Plotter(searchPath: folder.path, secondsAllowed: seconds)
    }

    private func screen(_ plotter: Plotter) throws -> String {
        try plotter.text(curve, columns: 40, rows: 12, color: false, unicode: true)
    }

    @Test func `a gnuplot killed in the middle of a plot is started again, and the plot is drawn`() throws {
        // It answers which terminals it has, takes the first line of the plot and dies.
        let answer =
            "while read -r line; do case $line in *done*) echo 'run 1 done 0' >&2; read -r line; kill -9 $$ ;; esac; done"
        let plotter = try plotter(firstDoing: answer)
        #expect(try screen(plotter) == screen(Plotter()))
        #expect(folder.names.contains("begun"))
    }

    @Test func `a gnuplot that was stopped draws when it is continued`() throws {
        let plotter = Plotter()
        let process = try processAfterFirstFigure(of: plotter)
        #expect(kill(process, SIGSTOP) == 0)
        // Another continues it while the figure is waited for.
        let other = try #require(popen("sleep 0.3; kill -CONT \(process)", "w"))
        #expect(try screen(plotter).contains("•"))
        #expect(pclose(other) == 0)
        #expect(plotter.processID == process)
    }

    @Test func `a gnuplot that stays stopped is ended, and the next figure is drawn by another`() throws {
        let plotter = Plotter(searchPath: nil, secondsAllowed: 1)
        let process = try processAfterFirstFigure(of: plotter)
        #expect(kill(process, SIGSTOP) == 0)
        #expect(throws: PlotError.timedOut(seconds: 1)) { try screen(plotter) }
        #expect(!exists(process))
        #expect(try screen(plotter).contains("•"))
    }

    @Test func `gnuplot's own variables do not reach it`() throws {
        let plotter = try plotter(firstDoing: "env > '\(folder.path)/variables'")
        setenv("GNUPLOT_DRIVER_DIR", folder.path, 1)
        setenv("GNUTERM", "dumb; system('touch \(folder.path)/canary')", 1)
        defer {
            unsetenv("GNUPLOT_DRIVER_DIR")
            unsetenv("GNUTERM")
        }
        #expect(try screen(plotter).contains("•"))
        let variables = String(decoding: folder.bytes(of: "variables"), as: UTF8.self).split(separator: "\n")
        #expect(!variables.contains { $0.hasPrefix("GNU") } && variables.contains("LC_NUMERIC=C"))
        #expect(!folder.names.contains("canary"))
    }

    @Test func `nothing is left of gnuplot after close`() throws {
        let plotter = Plotter()
        let process = try processAfterFirstFigure(of: plotter)
        plotter.close()
        #expect(!exists(process))
        #expect(plotter.processID == nil)
        #expect(try plotter.text(curve, columns: 40, rows: 12, color: false, unicode: true).contains("•"))
    }

    @Test func `nothing is left of gnuplot after its plotter`() throws {
        var process: pid_t = 0
        do {
            let plotter = Plotter()
            process = try processAfterFirstFigure(of: plotter)
        }
        #expect(!exists(process))
    }

    @Test func `gnuplot has a process group of its own and none of our files`() throws {
        // Without O_CLOEXEC, and with a number that gnuplot does not reach.
        let file = fcntl(STDERR_FILENO, F_DUPFD, 200)
        defer { close(file) }
        let plotter = Plotter()
        let process = try processAfterFirstFigure(of: plotter)
        #expect(getpgid(process) == process)
        #expect(access("/proc/\(getpid())/fd/\(file)", F_OK) == 0)
        #expect(access("/proc/\(process)/fd/\(file)", F_OK) != 0)
    }

    @Test func `a text plot leaves nothing behind for the figure after it`() throws {
        let plotter = Plotter()
        let other = try Figure(
            curves: [[1, 10, 100]], log: "y", title: "other", x: "x", y: "y", guides: [.horizontal(10)])
        let first = try plotter.text(curve, columns: 60, rows: 20, color: false, unicode: true)
        _ = try plotter.text(other, columns: 80, rows: 24, color: false, unicode: true)
        try plotter.save(other, to: "\(folder.path)/a.png")
        #expect(try plotter.text(curve, columns: 60, rows: 20, color: false, unicode: true) == first)
    }

    /// A grid of every kind of figure, with a text wherever one can stand.
    private func figureOfAllKinds(saying text: String) throws -> Figure {
        let cells = try Raster([0, 1, 2, 3], rows: 2, columns: 2)
        let field = try Field(x: [0, 1], y: [0, 1], heights: cells)
        let colors = try ColorScale(of: cells, label: text)
        let axis = Axis(label: text, names: [text, text])
        let panels = try [
            [Panel.Layer.bars(Bars([1, 2], label: text)), .arrows(Arrows(from: [(0, 0)], by: [(1, 1)], label: text))],
            [.heatmap(Heatmap(cells, colors: colors, showsNumbers: true))],
            [.contours(Contours(field, colors: colors))],
            [.picture(Picture([cells, cells], labels: [text, text]))],
        ].map { layers in Figure(.panel(try Panel(title: text, x: axis, y: axis, layers: layers))) }
        let surface = Figure(.surface(Surface(field, colors: colors, title: text, x: text, y: text)))
        return Figure(.tiles(try Tiles(panels + [surface], title: text)))
    }

    private func processAfterFirstFigure(of plotter: Plotter) throws -> pid_t {
        _ = try plotter.text(curve, columns: 40, rows: 12, color: false, unicode: true)
        return try #require(plotter.processID)
    }
}
