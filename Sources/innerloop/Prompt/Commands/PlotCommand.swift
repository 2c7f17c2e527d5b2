import Sentences

extension Command {
    static let plot = Command(
        name: "plot", parameters: "[save FILE]", summary: "draw the last figure again, or save it (.png, .svg)",
        arguments: { _ in ["save"] }
    ) { repl, argument in
        guard let figure = repl.figures.last else {
            repl.terminal.report(.figureMissing)
            return
        }
        let words = argument.split(separator: " ", maxSplits: 1)
        switch (words.first, words.count) {
        case (nil, _):
            repl.terminal.write(repl.figures.text(of: figure, in: repl.terminal.appearance))
        case ("save", 2):
            let path = words[1].trimmed
            do {
                try repl.figures.save(figure, to: path)
                repl.terminal.write(.fileSaved(path: path))
            } catch {
                repl.terminal.report(.fileNotSaved(path: path, reason: "\(error)"))
            }
        default:
            repl.terminal.report(.plotWanted)
        }
    }
}
