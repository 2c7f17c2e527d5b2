import Figures
import Foundation
import Testing

@testable import Plots

@Suite struct InlineImageTests {
    private let picture = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    @Test func `kitty gets a picture in commands of 4096 characters`() throws {
        let text = InlineImage.kitty.escape(picture, columns: 72)
        let commands = text.split(separator: "\u{1B}\\").filter { $0.hasPrefix("\u{1B}_G") }
        #expect(commands.count == 4)
        let parts = commands.map { $0.dropFirst(3).split(separator: ";", maxSplits: 1) }
        #expect(parts.map { String($0[0]) } == ["a=T,f=100,q=2,c=72,m=1", "m=1", "m=1", "m=0"])
        #expect(parts.allSatisfy { $0[1].utf8.count <= 4096 })
        #expect(Data(base64Encoded: parts.map { String($0[1]) }.joined()) == Data(picture))
        #expect(text.hasSuffix("\n"))
    }

    @Test func `iTerm gets a file with its size and width`() throws {
        let text = InlineImage.iterm.escape(picture, columns: 72)
        let head = "\u{1B}]1337;File=inline=1;size=10000;width=72;preserveAspectRatio=1:"
        #expect(text.hasPrefix(head))
        #expect(text.hasSuffix("\u{07}\n"))
        #expect(Data(base64Encoded: String(text.dropFirst(head.count).dropLast(2))) == Data(picture))
    }

    @Test func `a picture is known among lines of text, and colour is none`() {
        for image in InlineImage.allCases where image != .sixel {
            #expect(InlineImage.stands(in: "a\n" + image.escape(picture, columns: 3)))
        }
        #expect(InlineImage.stands(in: "\u{1B}Pq\"1;1;3;3\u{1B}\\\n"))
        #expect(!InlineImage.stands(in: "\u{1B}[34m•\u{1B}[0m"))
    }

    @Test(arguments: [(80, 20), (40, 28), (100, 12)])
    func `a picture fills its room and keeps its proportions`(columns: Int, rows: Int) throws {
        let figure = try Figure(curves: [[1, 2, 3]])
        let screen = ScreenPicture(figure, as: .sixel, columns: columns, rows: rows, cell: (width: 10, height: 20))
        #expect(screen.columns <= columns)
        let terminal = try #require(screen.terminal(among: ["sixelgd"], canvas: Canvas(of: figure)))
        let match = try #require(terminal.firstMatch(of: /size (\d+),(\d+)/))
        let (width, height) = (try #require(Double(match.1)), try #require(Double(match.2)))
        #expect(abs(width / height - 1.5) < 0.01)
        #expect(width <= Double(columns * 10) && height <= Double(rows * 20))
        #expect(abs(width - Double(columns * 10)) < 1 || abs(height - Double(rows * 20)) < 1)
    }

    @Test func `pictures for the screen are drawn by gnuplot`() throws {
        let plotter = Plotter()
        let figure = try Figure(curves: [[1, 2, 3]], title: "a title")
        let kitty = try plotter.inline(figure, as: .kitty, columns: 60, rows: 20, cell: (width: 10, height: 20))
        #expect(kitty.contains("\u{1B}_Ga=T,f=100,q=2,c=60,m=1;iVBORw0KGgo"))
        let sixel = try plotter.inline(figure, as: .sixel, columns: 60, rows: 20, cell: (width: 10, height: 20))
        #expect(sixel.hasPrefix("\u{1B}Pq\"1;1;600;400"))
        #expect(sixel.hasSuffix("\u{1B}\\\n"))
    }

    @Test func `without gnuplot there is no picture`() throws {
        let figure = try Figure(curves: [[1, 2, 3]])
        #expect(throws: PlotError.notInstalled) {
            try Plotter(searchPath: "").inline(figure, as: .kitty, columns: 60, rows: 20, cell: (width: 10, height: 20))
        }
        #expect(throws: PlotError.notInstalled) { try Plotter(searchPath: "").show(figure) }
    }
}
