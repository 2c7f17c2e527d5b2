import Figures
import Testing

@testable import Plots

@Suite struct GnuplotCommandsTests {
    @Test func `a figure for a file is these commands`() throws {
        let figure = try Figure(
            curves: [[0, .nan, 100], [10, 10, 10]], over: [1, 10, 100], labels: ["it's", "`b`"], log: "x",
            title: "loss", x: "step", guides: [.vertical(10)])
        let expected = #"""
            unset multiplot
            reset
            undefine $*
            set encoding utf8
            set terminal T
            set output
            set border 3 linecolor rgb '#666666' linewidth 0.5
            set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
            set grid xtics ytics back linetype 1 linecolor rgb '#e6e6e6' linewidth 0.4
            set rmargin 4
            set title 'loss' textcolor rgb '#111111' noenhanced
            set xlabel 'step' textcolor rgb '#333333' noenhanced
            set key bmargin center horizontal Left reverse height 1 width 1 samplen 3 textcolor rgb '#333333' noenhanced
            set xrange [1.0:100.0]
            set logscale x 10
            set xtics ('1' 1.0, '10' 10.0, '100' 100.0)
            set yrange [-4.0:104.0]
            set format y '%h'
            set arrow from first 10.0, graph 0 to first 10.0, graph 1 nohead back linecolor rgb '#888888' linewidth 0.6 \#
            dashtype (8,6)
            $series0 << EOD
            1.0 0.0
            NaN NaN
            100.0 100.0
            EOD
            $series1 << EOD
            1.0 10.0
            10.0 10.0
            100.0 10.0
            EOD
            plot $series0 using 1:2 with lines linecolor rgb '#0072b2' dashtype 1 title 'it'."\047".'s', \#
            $series1 using 1:2 with lines linecolor rgb '#d55e00' dashtype (12,5) title '`b`'
            set terminal unknown
            """#
        #expect(FileCommands(figure: figure, terminal: "T").lines.joined(separator: "\n") == expected)
    }

    @Test func `no text of the figure reaches gnuplot for the terminal`() throws {
        let word = "unmistakable"
        let figure = try Figure(curves: [[1, 2]], labels: [word], title: word, x: word, y: word)
        let commands = TextCommands(panel: try panel(figure), columns: 80, rows: 24, unicode: true).lines
        #expect(!commands.contains { $0.contains(word) })
    }

    @Test func `a line of a single point is drawn as a point`() throws {
        let single = try panel(Figure(curves: [[.nan, 1, .nan]]))
        #expect(GnuplotCommands.marks(of: single.series[0], in: single) == .points)
        let two = try panel(Figure(curves: [[1, 2]]))
        #expect(GnuplotCommands.marks(of: two.series[0], in: two) == .lines)
    }

    /// The commands a panel of layers is drawn with in a file.
    private func commands(_ layers: [Panel.Layer], x: Axis = Axis(), y: Axis = Axis()) throws -> [String] {
        let panel = try Panel(x: x, y: y, layers: layers)
        return FileCommands(figure: Figure(.panel(panel)), terminal: "T").lines
    }

    /// The rows of a data block.
    private func block(_ name: String, in commands: [String]) -> [String] {
        guard let start = commands.firstIndex(of: "$\(name) << EOD") else { return [] }
        return Array(commands[(start + 1)...].prefix { $0 != "EOD" })
    }

    @Test func `a band lies under its line, within the axes`() throws {
        let band = Series.Band(low: [0, -1, .nan], high: [2, 1000, 3])
        let series = try Series([1, 10, 2], label: "loss", band: band)
        let commands = try commands([.series(series)], y: Axis(scale: .logarithmic))
        let range = try panel(Figure(curves: [[1, 10, 2, 1000]], log: "y")).ranges().y
        #expect(
            block("band0", in: commands) == [
                "0.0 \(range.low) 2.0", "1.0 \(range.low) 1000.0", "NaN NaN NaN",
            ])
        let plot = try #require(commands.first { $0.hasPrefix("plot ") })
        #expect(plot.hasPrefix("plot $band0 using 1:2:3 with filledcurves fillcolor rgb '#0072b2'"))
        #expect(plot.contains("notitle, $series0 using 1:2 with lines linecolor rgb '#0072b2' dashtype 1 title 'loss'"))
    }

    @Test func `bars stand on zero, each group beside the other, under their names`() throws {
        let commands = try commands(
            [
                .bars(try Bars([2, -1], label: "MAML", group: 0, of: 2)),
                .bars(try Bars([1, .nan], label: "it's", group: 1, of: 2)),
            ], x: Axis(names: ["a", "b"]))
        #expect(
            block("bars0", in: commands).map { $0.split(separator: " ").suffix(2).map(String.init) } == [
                ["0.0", "2.0"], ["-1.0", "0.0"],
            ])
        #expect(block("bars1", in: commands)[1] == "NaN NaN NaN NaN NaN NaN")
        #expect(commands.contains("set xtics ('a' 0.0, 'b' 1.0) scale 0"))
        #expect(commands.contains("set xrange [-0.5:1.5]"))
        let plot = try #require(commands.first { $0.hasPrefix("plot ") })
        #expect(plot.contains("title 'MAML'") && plot.contains(#"title 'it'."\047".'s'"#))
    }

    @Test func `arrows are their starts and displacements`() throws {
        let commands = try commands([.arrows(try Arrows(from: [(0, 1)], by: [(2, 3)], label: "Δ"))])
        #expect(block("arrows0", in: commands) == ["0.0 1.0 2.0 3.0"])
        #expect(
            commands.contains {
                $0.hasPrefix("plot $arrows0 using 1:2:3:4 with vectors nohead") && $0.contains("title 'Δ'")
            })
    }

    @Test func `a heatmap has its first row on top, its numbers in the cells and a colour bar`() throws {
        let cells = try Raster([1, 2, .nan, 4], rows: 2, columns: 2)
        let commands = try commands(
            [.heatmap(Heatmap(cells, colors: try ColorScale(of: cells), showsNumbers: true))], y: Axis(isReversed: true)
        )
        #expect(commands.contains("set yrange [1.5:-0.5]"))
        #expect(commands.contains("set cbrange [1.0:4.0]"))
        #expect(
            block("numbers", in: commands).map { $0.split(separator: " ").prefix(3).joined(separator: " ") } == [
                "0 0 1", "1 0 2", "1 1 4",
            ])
        let map = block("map", in: commands).map { $0.split(separator: " ") }
        #expect(
            map.first?.first == "1.0" && map.first?.last == "2.0" && map.last?.first == "NaN" && map.last?.last == "4.0"
        )
    }

    @Test func `the map is drawn first, and guides over it`() throws {
        let heights = try Raster([0, 1, 1, 2], rows: 2, columns: 2)
        let contours = Contours(
            try Field(x: [0, 1], y: [0, 1], heights: heights), colors: try ColorScale(of: heights), levels: [1])
        let commands = try commands([.guide(.vertical(0.5)), .series(try Series([0, 1])), .contours(contours)])
        #expect(block("contours", in: commands) == ["1.0 0.0", "0.0 1.0", ""])
        #expect(block("levels", in: commands).map { $0.hasSuffix(" 1") } == [true])
        let plot = try #require(commands.first { $0.hasPrefix("plot ") })
        #expect(
            plot.split(separator: ", ").map { $0.split(separator: " ")[0] } == [
                "plot", "$contours", "$levels", "$series0",
            ])
        #expect(commands.contains { $0.hasPrefix("set arrow ") && $0.contains(" front ") })
    }

    @Test func `tiles share a canvas from the upper left, and nothing is left of one in the next`() throws {
        let one = try Figure(curves: [[1, 2]], title: "one")
        let tiles = Figure(.tiles(try Tiles([one, one, one], columns: 2, title: "all")))
        let commands = FileCommands(figure: tiles, terminal: "T").lines
        #expect(
            commands.filter { $0 == "set multiplot" || $0 == "unset multiplot" } == [
                "unset multiplot", "set multiplot", "unset multiplot",
            ])
        #expect(
            commands.filter { $0.hasPrefix("set origin") }.map { $0.split(separator: ",")[0] } == [
                "set origin 0.0", "set origin 0.0", "set origin 0.5", "set origin 0.0",
            ])
        #expect(commands.filter { $0 == "reset" }.count == 5)
        #expect(commands.contains { $0.hasPrefix("set label 'all' at screen 0.5,") })
    }

    @Test func `a surface is its heights, row by row`() throws {
        let heights = try Raster([0, 1, 10, 11], rows: 2, columns: 2)
        let field = try Field(x: [0, 1], y: [2, 3], heights: heights)
        let surface = Surface(field, colors: try ColorScale(of: heights, label: "loss"), title: "S", x: "a", y: "b")
        let commands = FileCommands(figure: Figure(.surface(surface)), terminal: "T").lines
        #expect(
            block("surface", in: commands) == ["0.0 2.0 0.0", "1.0 2.0 1.0", "", "0.0 3.0 10.0", "1.0 3.0 11.0", ""])
        #expect(commands.contains("splot $surface using 1:2:3 with pm3d"))
        for label in ["'S'", "'a'", "'b'", "'loss'"] { #expect(commands.contains { $0.contains(label) }) }
    }

    @Test func `a name with a percent sign is no format of a number, and no longer than gnuplot has room for`() throws {
        let names = ["50 % of α", String(repeating: "漢", count: 20) + "%"]
        let found = try commands([.bars(try Bars([1, 2]))], x: Axis(names: names)).first { $0.hasPrefix("set xtics (") }
        let kept = String(repeating: "漢", count: 15)
        #expect(try #require(found).hasPrefix("set xtics ('50 %% of α' 0.0, '\(kept)…' 1.0)"))
    }

    @Test func `large numbers are powers on the axes`() throws {
        let commands = FileCommands(figure: try Figure(curves: [[-2e6, 2e6]]), terminal: "T").lines
        #expect(commands.contains { $0.hasPrefix("set ytics (") && $0.contains("'-10⁶' -1000000.0") })
        #expect(!commands.contains { $0.hasPrefix("set xtics") })
    }

    @Test func `long names lean, and many short ones are thinned out`() throws {
        let ticks = { (names: [String]) throws -> String in
            let bars = try Bars(names.map { _ in 1 })
            let found = try commands([.bars(bars)], x: Axis(names: names)).first { $0.hasPrefix("set xtics (") }
            return try #require(found)
        }
        #expect(try ticks(["a", "b"]) == "set xtics ('a' 0.0, 'b' 1.0) scale 0")
        let long = try ticks((0..<10).map { "encoder.layer\($0)" })
        #expect(long.hasSuffix("scale 0 rotate by -40 left") && long.contains("'encoder.layer9' 9.0"))
        let many = try ticks((0..<60).map(String.init))
        #expect(many.hasPrefix("set xtics ('0' 0.0, '3' 3.0, '6' 6.0, ") && many.hasSuffix("'57' 57.0) scale 0"))
    }
}
