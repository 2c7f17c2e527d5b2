import Figures
import Testing

@testable import Plots
import Typography

@Suite struct CharacterPlotTests {
    /// A plotter that finds no gnuplot.
    private let plotter = Plotter(searchPath: "/nowhere")

    @Test func `without gnuplot a figure is a plain chart`() throws {
        let figure = try Figure(
            curves: [[0, 1, 2, 3], [3, 2, 1, 0]], labels: ["up", "down"], title: "θ", x: "step", y: "loss",
            guides: [.horizontal(1.5)])
        let text = try plotter.text(figure, columns: 36, rows: 12, color: false, unicode: false)
        #expect(
            text == """
                               theta
                loss                   * up   o down
                  3.12 +ooo                      ***
                       |   oooo              ****
                       |       ooooo    *****
                       |------------oooo------------
                       |       *****    ooooo
                       |   ****              oooo
                 -0.12 +***                      ooo
                       +----------------------------
                        0                          3
                                step

                """)
    }

    @Test func `saving a picture without gnuplot says how to get it`() throws {
        let folder = try TemporaryFolder()
        let figure = try Figure(curves: [[1, 2]])
        #expect(throws: PlotError.notInstalled) { try plotter.save(figure, to: "\(folder.path)/a.png") }
        #expect(folder.names.isEmpty)
        #expect(plotter.notice?.contains("apt-get install gnuplot-nox") == true)
        try plotter.save(figure, to: "\(folder.path)/a.txt")
        #expect(folder.bytes(of: "a.txt").count > 100)
    }

    @Test(arguments: [0, 1, 24, 40, 1000], [0, 10, 16, 1000])
    func `every size is drawn within itself`(columns: Int, rows: Int) throws {
        let figure = try Figure(
            curves: [[1e-300, 1, 1e300], [5, .nan, 5]], labels: ["a", "漢字漢字漢字漢字漢字漢字漢字漢字"], log: "y",
            title: String(repeating: "title ", count: 100), guides: [.vertical(1)])
        let text = try plotter.text(figure, columns: columns, rows: rows, color: false, unicode: true)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == min(max(rows, 10), 200))
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= min(max(columns, 24), 400) })
    }
}
