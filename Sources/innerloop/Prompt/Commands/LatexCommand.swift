import Formulas

extension Command {
    static let latex = Command(
        name: "latex", parameters: "formula", summary: "a formula as LaTeX, or the statement that bound a name",
        arguments: { $0.session.boundNames }, wanted: "a formula was wanted, like ':latex ∇f(x)'"
    ) { repl, argument throws(Diagnostic) in
        let text = repl.session.source(of: argument) ?? argument
        repl.terminal.write(LatexPrinter().print(try Parser.parse(Source(name: ":latex", text: text))) + "\n")
    }
}
