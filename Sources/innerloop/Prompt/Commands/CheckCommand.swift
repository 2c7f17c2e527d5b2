import Formulas

extension Command {
    static let check = Command(name: "check", summary: "check every claim so far again, at the present bindings") {
        repl, _ in
        let cells = repl.session.checkAgain()
        for cell in cells { repl.show(cell) }
        let claims = cells.flatMap(\.claims)
        let failed = claims.count { !$0.holds } + cells.count { $0.diagnostic != nil }
        let count = claims.count == 1 ? "1 claim" : "\(claims.count) claims"
        repl.terminal.write(failed == 0 ? "\(count), none fails\n" : "\(count), \(failed) failed\n")
    }
}
