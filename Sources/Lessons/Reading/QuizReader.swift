internal import Formulas

/// Reads the body of a quiz: the question, then the options, a line each.
struct QuizReader {
    let fence: FencedBlock
    let info: BlockInfo

    private static let form = "- [x] the option :: what is said to it"

    func quiz() throws(Diagnostic) -> Quiz {
        var id: String?
        var shows: [ShownTruth] = []
        for item in info.items {
            if item.name == BlockInfo.showsName {
                shows = try BlockInfo.shown(item)
                continue
            }
            guard item.name.hasPrefix("#") else {
                throw Diagnostic(
                    .syntax, "a quiz has no attribute '\(item.name)'", at: item.span,
                    help: "it may have an id, and say what it shows: quiz {#order shows=\"chain\"}")
            }
            id = try BlockInfo.id(item)
        }
        var question: [Substring] = []
        var options: [Quiz.Option] = []
        for (offset, line) in fence.node.literal.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let number = fence.node.firstLine + 1 + offset
            if let option = try option(line, number) {
                options.append(option)
            } else if options.isEmpty {
                question.append(line)
            } else if line.contains(where: { !$0.isWhitespace }) {
                throw problem("an option of a quiz is one line, and nothing follows the options", number)
            }
        }
        let first = fence.node.firstLine
        guard options.count >= 2 else { throw problem("a quiz has two options at least", first) }
        guard options.count <= Quiz.letters.count else {
            throw problem("a quiz has \(Quiz.letters.count) options at most", first)
        }
        guard options.contains(where: \.isRight) else { throw problem("no option of the quiz is right", first) }
        guard question.contains(where: { $0.contains { !$0.isWhitespace } }) else {
            throw problem("the quiz asks nothing: its question stands before the options", first)
        }
        return Quiz(
            id: id, question: try fence.markdown(question.joined(separator: "\n"), at: first + 1), options: options,
            shows: shows, line: first, span: info.kindSpan)
    }

    /// Nil where the line is no option.
    private func option(_ line: Substring, _ number: Int) throws(Diagnostic) -> Quiz.Option? {
        guard line.hasPrefix("- [") else { return nil }
        let isRight: Bool
        switch line.dropFirst(3).prefix(3) {
        case "x] ", "X] ": isRight = true
        case " ] ": isRight = false
        default: throw problem("an option of a quiz begins with '- [x] ' or '- [ ] '", number)
        }
        let text = line.dropFirst(6)
        guard let mark = text.firstRange(of: "::") else {
            throw problem("the option has no feedback: it follows '::'", number)
        }
        let parts = [text[..<mark.lowerBound], text[mark.upperBound...]].map { String($0).trimmedBlanks() }
        guard !parts[0].isEmpty else { throw problem("the option says nothing before '::'", number) }
        guard !parts[1].isEmpty else { throw problem("the option has no feedback after '::'", number) }
        return Quiz.Option(
            text: try fence.markdown(parts[0], at: number), isRight: isRight,
            feedback: try fence.markdown(parts[1], at: number))
    }

    private func problem(_ message: String, _ line: Int) -> Diagnostic {
        Diagnostic(.syntax, message, at: fence.file.span(line: line), help: Self.form)
    }
}

extension String {
    fileprivate func trimmedBlanks() -> String { String(trimmedEnd().drop { $0 == " " || $0 == "\t" }) }
}
