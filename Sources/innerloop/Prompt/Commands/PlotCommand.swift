import Sentences

extension Command {
    static let plot = Command(
        name: "plot", parameters: "[save|script [FILE]]",
        summary: "draw the last figure again, save it (.png, .svg), or show its gnuplot script",
        arguments: { _ in ["save", "script"] }
    ) { repl, argument in
        guard let figure = repl.figures.last else {
            repl.terminal.report(.figureMissing)
            return
        }
        let words = argument.split(separator: " ", maxSplits: 1)
        switch (words.first, words.count) {
        case (nil, _):
            repl.terminal.write(repl.figures.text(of: figure, in: repl.terminal.appearance))
        case ("script", 1):
            repl.terminal.page(repl.figures.script(of: figure))
        case ("save", 2), ("script", 2):
            let path = words[1].trimmed
            do {
                if words[0] == "script" {
                    try repl.figures.saveScript(of: figure, to: path)
                } else {
                    try repl.figures.save(figure, to: path)
                }
                repl.terminal.write(.fileSaved(path: path))
            } catch {
                repl.terminal.report(.fileNotSaved(path: path, reason: "\(error)"))
            }
        default:
            repl.terminal.report(.plotWanted)
        }
    }
}
