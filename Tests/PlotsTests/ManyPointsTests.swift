import Figures
import Glibc
import SeededNumbers
import Testing

@testable import Plots

/// Data of more numbers than gnuplot reads as text in good time.
@Suite(.enabled(if: Plotter().notice == nil, "gnuplot is not installed"), .serialized) struct ManyPointsTests {
    private let folder: TemporaryFolder
    private let program: String

    init() throws {
        folder = try TemporaryFolder()
        program = try #require(ExecutableSearch.find("gnuplot", in: "/usr/bin:/usr/local/bin:/bin"))
    }

    /// A random walk with a gap in it.
    private func walk(_ count: Int, marks: Series.Marks = .lines) throws -> Panel {
        var random = SplitMix64(seed: 3)
        var y = 0.0
        var values = (0..<count).map { _ in
            y += Double.random(in: -1...1, using: &random)
            return y
        }
        for index in count / 2..<count / 2 + count / 50 { values[index] = .nan }
        return try Panel(layers: [.series(try Series(values, label: "walk", marks: marks))])
    }

    private func answer(_ commands: [String]) throws -> [UInt8] {
        var process = try GnuplotProcess(program: program)
        return try process.run(commands, seconds: 60, isInterrupted: { false }).output
    }

    private func screen(of panel: Panel, _ data: DataBlocks) throws -> String {
        let commands = TextCommands(panel: panel, columns: 100, rows: 28, unicode: true, data: data).lines
        #expect(commands.contains("$series0 << EOD") == data.isWhole)
        return try withExtendedLifetime(data) { String(decoding: try answer(commands), as: UTF8.self) }
    }

    @Test(arguments: [Series.Marks.lines, .points])
    func `numbers sent as bytes are drawn as those sent as text`(marks: Series.Marks) throws {
        let panel = try walk(60_000, marks: marks)
        let screen = try screen(of: panel, DataBlocks())
        #expect(screen == (try self.screen(of: panel, DataBlocks(isWhole: true))))
        #expect(screen.contains { $0 == (marks == .lines ? "*" : "A") })
    }

    private func svg(_ layer: Panel.Layer, isWhole: Bool) throws -> String {
        let figure = Figure(.panel(try Panel(layers: [layer])))
        let blocks = DataBlocks(isWhole: isWhole)
        let terminal = "svg noenhanced size 600,400"
        let commands = FileCommands(figure: figure, terminal: terminal, blocks: blocks).lines
        #expect(commands.contains { $0.contains("/fd/") } != isWhole)
        return try withExtendedLifetime(blocks) { String(decoding: try answer(commands), as: UTF8.self) }
    }

    @Test func `a large matrix sent as bytes is drawn as one sent as text`() throws {
        let cells = try Raster((0..<400 * 300).map { Double($0 % 611) }, rows: 300, columns: 400)
        let heatmap = Panel.Layer.heatmap(Heatmap(cells, colors: try ColorScale(of: cells)))
        #expect(try svg(heatmap, isWhole: false) == svg(heatmap, isWhole: true))
    }

    @Test func `a large surface is drawn`() throws {
        let places = (0..<400).map(Double.init)
        let heights = try Raster((0..<400 * 400).map { Double($0 % 1000) }, rows: 400, columns: 400)
        let field = try Field(x: places, y: places, heights: heights)
        let surface = Figure(.surface(Surface(field, colors: try ColorScale(of: heights))))
        try Plotter().save(surface, to: "\(folder.path)/a.svg")
        #expect(String(decoding: folder.bytes(of: "a.svg"), as: UTF8.self).contains("</svg>"))
    }

    @Test func `a thinned line covers what the whole line covers, to a pixel`() throws {
        let panel = try walk(100_000)
        let (thin, whole) = (try Bitmap(of: panel, DataBlocks()), try Bitmap(of: panel, DataBlocks(isWhole: true)))
        #expect(whole.dark.count > 3000)
        #expect(thin.dark.allSatisfy(whole.hasDark(near:)))
        #expect(whole.dark.allSatisfy(thin.hasDark(near:)))
        // A few at the edges apart, they are the same pixels.
        let (first, second) = (Set(thin.dark), Set(whole.dark))
        #expect(first.symmetricDifference(second).count * 20 < second.count)
    }

    /// The pixels of a panel, each black or white.
    private struct Bitmap {
        static let (width, height) = (600, 400)
        private let bytes: [UInt8]

        init(of panel: Panel, _ blocks: DataBlocks) throws {
            let canvas = Canvas(width: Double(Bitmap.width), height: Double(Bitmap.height))
            let terminal = "set terminal pbm monochrome size \(Bitmap.width),\(Bitmap.height)"
            let commands =
                GnuplotCommands.preamble + [terminal, "set output"]
                + PanelCommands(panel: panel, canvas: canvas, blocks: blocks, form: .plain).lines
                + ["set terminal unknown"]
            let path = try #require(ExecutableSearch.find("gnuplot", in: "/usr/bin:/usr/local/bin:/bin"))
            var process = try GnuplotProcess(program: path)
            let answer = try withExtendedLifetime(blocks) { () throws(PlotError) in
                try process.run(commands, seconds: 60, isInterrupted: { false })
            }
            // Some lines of text, then a bit for each pixel.
            bytes = Array(answer.output.suffix(Bitmap.width / 8 * Bitmap.height))
        }

        private func isDark(_ place: Int) -> Bool { bytes[place / 8] & (0x80 >> UInt8(place % 8)) != 0 }

        var dark: [Int] { (0..<bytes.count * 8).filter(isDark) }

        func hasDark(near place: Int) -> Bool {
            [-1, 0, 1].contains { row in
                [-1, 0, 1].contains { column in
                    let other = place + row * Bitmap.width + column
                    return other >= 0 && other < bytes.count * 8 && isDark(other)
                }
            }
        }
    }

    @Test func `nothing is open after the figure, and nothing in a folder`() throws {
        let plotter = Plotter()
        let small = Figure(.panel(try walk(10)))
        _ = try plotter.text(small, columns: 60, rows: 20, color: false, unicode: true)
        let large = Figure(.panel(try walk(100_000, marks: .points)))
        _ = try plotter.text(large, columns: 60, rows: 20, color: false, unicode: true)
        #expect(openMemoryFiles == 0)
        try plotter.save(large, to: "\(folder.path)/a.png")
        #expect(openMemoryFiles == 0)
        #expect(folder.names == ["a.png"])
    }

    /// This process' memory files; no other suite makes any while this one runs its tests one by one.
    private var openMemoryFiles: Int {
        (0..<256).count { number in
            var path = [CChar](repeating: 0, count: 256)
            guard readlink("/proc/self/fd/\(number)", &path, path.count - 1) > 0 else { return false }
            return String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .hasPrefix("/memfd:figure")
        }
    }
}
