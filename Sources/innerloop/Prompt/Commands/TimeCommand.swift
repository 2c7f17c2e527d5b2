import Formulas
import Plots
import Sentences

extension Command {
    static let time = Command(
        name: "time", parameters: "entry", summary: "run an entry, and say how long it took",
        arguments: { $0.session.boundNames }, wanted: "an entry was wanted, like ':time ∇f(x)'"
    ) { repl, argument throws(Diagnostic) in
        let source = Source(name: "[\(repl.session.nextCellNumber)]", text: argument)
        let timing = try repl.keeping(source) { onCell throws(Diagnostic) in
            try repl.session.time(source, onCell: onCell)
        }
        let printer = ProfilePrinter(appearance: repl.terminal.appearance)
        let taken = printer.time(timing.seconds)
        guard let each = timing.secondsEach else { return repl.terminal.write(.timeTaken(time: taken)) }
        let rate = 1 / each
        let count = rate < 1000 ? ShortNumber.text(rate) : "\(Int(rate))"
        repl.terminal.write(.timeTakenAgain(time: taken, each: printer.time(each), count: count))
    }
}
