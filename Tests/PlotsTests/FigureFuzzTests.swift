import Figures
import Foundation
import SeededNumbers
import Testing

@testable import Plots

/// Figures of every kind that say whatever can be typed, in every form. As many as make a test of some seconds;
/// `INNERLOOP_FUZZ_INPUTS` sets how many.
@Suite(.enabled(if: Plotter().notice == nil, "gnuplot is not installed")) struct FigureFuzzTests {
    private static let count =
        ProcessInfo.processInfo.environment["INNERLOOP_FUZZ_INPUTS"].flatMap { Int($0) } ?? 300

    private let folder: TemporaryFolder
    private let canary: String

    init() throws {
        folder = try TemporaryFolder()
        canary = "\(folder.path)/canary"
    }

    /// What means something to gnuplot, a shell, TeX or XML, and what stands in none of them.
    private var pieces: [String] {
        let touch = "touch \(canary)"
        return [
            "'", "\"", "`", "`\(touch)`", "$(\(touch))", "\n", "\r\n", "\u{0}", "\u{1B}[2J", "\u{7F}", "\u{9B}", "\t",
            "\\", "\\n", "\\047", "@", "@x", "{", "}", "{/*9 x}", "%", "%s", "%n", "%d%%", "^", "_", "#", "&", ";", ",",
            "'\u{302}; system('\(touch)') #", "%\u{301}", "system(\"\(touch)\")", "'; system('\(touch)'); '",
            "\".system(\"\(touch)\").\"", "\n!\(touch)\n",
            "!\(touch)",
            "< \(touch)", "| \(touch)", "|\(touch)", "'< \(touch)'", "\nEOD\n", "EOD", "$series0 using", "$map << EOD",
            "\\input{/etc/passwd}", "\\write18{\(touch)}", "\\end{tikzpicture}", "$", "$$", "^^5c", "[rotate=9]", "~",
            "<script>", "]]>", "--", "&lt;", "θ", "₀", "²", "′", "‖∇L‖", "e\u{301}", "\u{302}", "θ̂", "漢", "👩‍👩‍👧",
            "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{10FFFF}", "مرحبا", " ", "loss", "1e309", "NaN",
        ]
    }

    private func text(_ random: inout SplitMix64) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...6, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
        if Int.random(in: 0..<20, using: &random) == 0 {
            text = String(repeating: text + "x", count: 10_000 / (text.count + 1))
        }
        return text
    }

    @Test func `no text of a figure is run, whatever draws it, and the next figure is right`() throws {
        let plotter = Plotter()
        let reference = try Figure(curves: [[0, 1, 4, 9]], labels: ["squares"], title: "n²")
        let wanted = try plotter.text(reference, columns: 60, rows: 16, color: false, unicode: true)
        let process = plotter.processID
        let gnuplot = try #require(ExecutableSearch.find("gnuplot", in: "/usr/bin:/usr/local/bin:/bin"))
        let formats = ["svg", "gp", "tex", "png"].filter { $0 != "tex" || plotter.hasTerminal("tikz") }
        var random = SplitMix64(seed: 77)
        var drawn = 0
        while drawn < Self.count {
            let said = text(&random)
            for (kind, figure) in try Kinds.figures(saying: said) where drawn < Self.count {
                let about: Comment = "\(kind): \(said.debugDescription)"
                let screen = try plotter.text(figure, columns: 60, rows: 16, color: false, unicode: drawn % 3 > 0)
                #expect(
                    !screen.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control }, about)
                let format = formats[drawn % formats.count]
                try plotter.save(figure, to: "\(folder.path)/a.\(format)")
                if format == "gp" {
                    let start = "set terminal svg noenhanced; set output '/dev/null'"
                    #expect(
                        pclose(popen("'\(gnuplot)' -d -e \"\(start)\" '\(folder.path)/a.gp' 2> /dev/null", "r")) == 0,
                        about)
                }
                drawn += 1
            }
            #expect(!folder.names.contains("canary"), "\(said.debugDescription)")
            let next = try plotter.text(reference, columns: 60, rows: 16, color: false, unicode: true)
            #expect(next == wanted, "after \(said.debugDescription)")
        }
        #expect(plotter.processID == process, "gnuplot survived them all")
        #expect(Set(folder.names) == Set(formats.map { "a.\($0)" }))
    }
}
