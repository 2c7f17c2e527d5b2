import Figures
import Testing

@testable import Plots

@Suite struct GnuplotCommandsTests {
    @Test func `a figure for a file is these commands`() throws {
        let figure = try Figure(
            curves: [[0, .nan, 100], [10, 10, 10]], over: [1, 10, 100], labels: ["it's", "`b`"], log: "x",
            title: "loss", x: "step", guides: [.vertical(10)])
        let expected = #"""
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
            set key bmargin center horizontal Left reverse height 1 samplen 3 textcolor rgb '#333333' noenhanced
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
        #expect(FileCommands(panel: panel(figure), terminal: "T").lines.joined(separator: "\n") == expected)
    }

    @Test func `no text of the figure reaches gnuplot for the terminal`() throws {
        let word = "unmistakable"
        let figure = try Figure(curves: [[1, 2]], labels: [word], title: word, x: word, y: word)
        let commands = TextCommands(panel: panel(figure), columns: 80, rows: 24, unicode: true).lines
        #expect(!commands.contains { $0.contains(word) })
    }

    @Test func `a line of a single point is drawn as a point`() throws {
        let single = panel(try Figure(curves: [[.nan, 1, .nan]]))
        #expect(GnuplotCommands.marks(of: single.series[0], in: single) == .points)
        let two = panel(try Figure(curves: [[1, 2]]))
        #expect(GnuplotCommands.marks(of: two.series[0], in: two) == .lines)
    }
}
