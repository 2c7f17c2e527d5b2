import Lessons

extension Command {
    static let skip = Command(
        name: "skip", summary: "go to the next step; what the lesson needs is run unseen", changesSession: true
    ) {
        repl, _ in
        repl.move { $0.skip() }
    }
}
