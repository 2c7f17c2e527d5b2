import Formulas

extension Command {
    static let profile = Command(
        name: "profile", parameters: "formula",
        summary: "where the time of a formula goes: by operation, and by part of it",
        arguments: { $0.session.boundNames }, wanted: "a formula was wanted, like ':profile ∇f(x)'"
    ) { repl, argument throws(Diagnostic) in
        let formula = try repl.session.trace(Source(name: ":profile", text: argument))
        repl.page(ProfilePrinter(appearance: repl.terminal.appearance).lines(of: formula, try formula.profile()))
    }
}
