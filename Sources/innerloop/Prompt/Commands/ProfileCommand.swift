import Formulas

extension Command {
    static let profile = Command(
        name: "profile", parameters: "formula",
        summary: "where the time of a formula goes: by operation, and by part of it",
        arguments: { $0.session.boundNames }
    ) { repl, argument in
        guard !argument.isEmpty else {
            repl.terminal.report("a formula was wanted, like ':profile ∇f(x)'\n")
            return
        }
        do throws(Diagnostic) {
            let formula = try repl.session.trace(Source(name: ":profile", text: argument))
            repl.write(ProfilePrinter(appearance: repl.terminal.appearance).lines(of: formula, try formula.profile()))
        } catch {
            repl.show(error)
        }
    }
}
