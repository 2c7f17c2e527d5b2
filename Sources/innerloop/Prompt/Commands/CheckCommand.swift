import Formulas
import Sentences

extension Command {
    static let check = Command(name: "check", summary: "check every claim so far again, at the present bindings") {
        repl, _ in
        let cells = repl.session.checkAgain()
        for cell in cells { repl.show(cell) }
        let claims = cells.flatMap(\.claims)
        let failed = claims.count { !$0.holds } + cells.count { $0.diagnostic != nil }
        repl.terminal.write(
            failed == 0 ? .claimsHold(count: claims.count) : .claimsFail(count: claims.count, failed: failed))
    }
}
