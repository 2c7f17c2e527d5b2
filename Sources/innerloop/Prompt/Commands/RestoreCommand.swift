import Sentences

extension Command {
    static let restore = Command(
        name: "restore", parameters: "[drop]", summary: "bring back a session that ended without leaving, or forget it",
        arguments: { _ in ["drop"] }
    ) { repl, argument in
        switch argument {
        case "": repl.restore()
        case "drop": repl.dropAbandoned()
        default: repl.terminal.report(.restoreWanted)
        }
    }
}
