import Figures
import Glibc
import Testing

@testable import Plots

@Suite struct GnuplotScriptTests {
    private func figure() throws -> Figure {
        try Figure(
            curves: [[1, 4, 9], [2, .nan, 1]], labels: ["it's", "`touch canary`"], title: "n²",
            guides: [.horizontal(3)])
    }

    @Test func `a script has the data, and no terminal, output or reset`() throws {
        let script = Plotter(searchPath: "/nowhere").script(of: try figure())
        #expect(script.hasPrefix("# A figure for gnuplot."))
        #expect(script.contains("\n$series0 << EOD\n0.0 1.0\n1.0 4.0\n2.0 9.0\nEOD\n"))
        let commands = script.split(separator: "\n").filter { !$0.hasPrefix("#") }
        for word in ["set terminal", "set output", "reset"] {
            #expect(!commands.contains { $0.hasPrefix(word) }, "\(word)")
        }
    }

    @Test func `a script has all points of a figure of many`() throws {
        let script = GnuplotScript(figure: try Figure(curves: [(0..<60_000).map { Double($0 % 7) }])).text
        #expect(script.split(separator: "\n").count > 60_000)
        #expect(!script.contains("/proc/"))
    }

    @Test func `a script is saved without gnuplot, under any name`() throws {
        let folder = try TemporaryFolder()
        let plotter = Plotter(searchPath: "/nowhere")
        try plotter.save(try figure(), to: "\(folder.path)/a.gp")
        try plotter.saveScript(of: try figure(), to: "\(folder.path)/b")
        #expect(folder.bytes(of: "a.gp") == Array(plotter.script(of: try figure()).utf8))
        #expect(folder.bytes(of: "a.gp") == folder.bytes(of: "b"))
    }

    @Test(.enabled(if: Plotter().notice == nil, "gnuplot is not installed"))
    func `gnuplot draws every kind of script as it draws the figure`() throws {
        let folder = try TemporaryFolder()
        let gnuplot = try #require(ExecutableSearch.find("gnuplot", in: "/usr/bin:/usr/local/bin:/bin"))
        for (kind, figure) in try Kinds.figures(saying: "x_1 'y'") + [("curves", figure())] {
            try Plotter().save(figure, to: "\(folder.path)/a.gp")
            let start = "set terminal svg noenhanced; set output '\(folder.path)/b.svg'"
            let command = "'\(gnuplot)' -d -e \"\(start)\" '\(folder.path)/a.gp' 2> '\(folder.path)/errors'"
            #expect(pclose(popen(command, "r")) == 0, "\(kind)")
            // It warns of the gaps between images.
            let errors = String(decoding: folder.bytes(of: "errors"), as: UTF8.self).split(separator: "\n")
            #expect(errors.allSatisfy { $0.contains("warning: matrix contains missing") }, "\(kind): \(errors)")
            try Plotter().save(figure, to: "\(folder.path)/a.svg")
            let drawn = SvgPicture(folder.bytes(of: "b.svg"))
            let wanted = SvgPicture(folder.bytes(of: "a.svg"))
            #expect(drawn.plots == wanted.plots && !drawn.plots.isEmpty, "\(kind)")
            #expect(Set(drawn.names) == Set(wanted.names), "\(kind)")
        }
    }
}
