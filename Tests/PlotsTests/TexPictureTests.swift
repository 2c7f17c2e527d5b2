import Figures
import Testing

@testable import Plots

@Suite struct TexPictureTests {
    @Test func `every text of every kind goes to TeX with its signs spelled`() throws {
        let text = "\\input{a}$&#_^~% θ₀"
        let spelled = ##"\textbackslash{}input\{a\}\$\&\#\_\textasciicircum{}\textasciitilde{}\% $\theta _{0}$"##
        for (kind, figure) in try Kinds.figures(saying: text) {
            let commands = FileCommands(figure: figure, terminal: "tikz", form: .tex).lines
            #expect(!commands.contains { $0.contains("\\input") || $0.contains("θ") }, "\(kind)")
            #expect(commands.contains { $0.contains(spelled) }, "\(kind)")
        }
    }

    @Test func `numbers are formulas`() throws {
        let figure = try Figure(curves: [[-1e7, 2e7]], over: [-0.5, 0.5])
        let commands = FileCommands(figure: figure, terminal: "tikz", form: .tex).lines
        #expect(commands.contains { $0.hasPrefix("set xtics ('$-0.5$' -0.5") })
        #expect(commands.contains { $0.hasPrefix("set ytics (") && $0.contains("'$10^{7}$' 10000000.0") })
        let powers = try Figure(curves: [[1e-5, 1]], log: "y")
        #expect(
            FileCommands(figure: powers, terminal: "tikz", form: .tex).lines.contains {
                $0.contains("'10$^{-3}$' 0.001")
            })
    }

    @Test(.enabled(if: Plotter().hasTerminal("tikz"), "gnuplot has no terminal for TikZ"))
    func `a saved picture says how it is used, and names no command of a label`() throws {
        let folder = try TemporaryFolder()
        for (kind, figure) in try Kinds.figures(saying: "\\write18{touch canary}") {
            try Plotter().save(figure, to: "\(folder.path)/a.tex")
            let tex = String(decoding: folder.bytes(of: "a.tex"), as: UTF8.self)
            #expect(tex.hasPrefix("% A figure for LaTeX: \\usepackage{gnuplot-lua-tikz}"), "\(kind)")
            #expect(tex.contains("\\begin{tikzpicture}") && tex.contains("\\end{tikzpicture}"), "\(kind)")
            #expect(tex.contains("\\textbackslash{}write18\\{touch canary\\}"), "\(kind)")
            #expect(!tex.contains("\\write18"), "\(kind)")
        }
        #expect(folder.names == ["a.tex"])
    }

    @Test func `a label for which gnuplot found no room is left out`() {
        let kept = "\\node[gp node right] at (-2.147,3.0) {$1$};\n\\end{tikzpicture}\n"
        let drawn = "\\node[gp node right] at (-2147471.258,-2147483.505) {$0$};\n" + kept
        let bytes = TexPicture(Array(drawn.utf8)).bytes
        #expect(String(decoding: bytes.suffix(kept.utf8.count), as: UTF8.self) == kept)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("-2147471"))
    }

    @Test func `a gnuplot without a terminal for TikZ says so`() throws {
        #expect(FileFormat.tex.terminal(among: ["svg", "dumb"], canvas: .single) == nil)
    }
}
