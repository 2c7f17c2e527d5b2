internal import Formulas
internal import Yams

/// YAML in a file, from one of its lines on: gives its nodes, and where in the file they stand.
struct YAMLText {
    let file: LessonFile
    /// The lines that are YAML.
    let lines: Range<Int>
    /// What diagnostics call it: `the front matter`.
    let title: String

    /// The root; nil where nothing stands there. Throws what is no YAML, with its place.
    func root() throws(Diagnostic) -> Node? {
        do {
            return try Yams.compose(yaml: lines.map { file.line($0) }.joined(separator: "\n"))
        } catch {
            throw diagnostic(error)
        }
    }

    func span(of node: Node) -> Span {
        guard let mark = node.mark else { return file.span(line: 1) }
        return file.span(
            line: mark.line + lines.lowerBound - 1, column: mark.column,
            length: node.scalar?.string.unicodeScalars.count ?? 1)
    }

    /// That a value is not of the kind that is wanted, like `a text`.
    func wrongType(_ name: String, _ wanted: String, _ node: Node) -> Diagnostic {
        let found =
            switch node {
            case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "'\(scalar.string)'"
            case .mapping: "keys with values"
            case .sequence: "a list"
            case .alias: "an alias"
            }
        return Diagnostic(.syntax, "'\(name)' must be \(wanted), not \(found)", at: span(of: node))
    }

    private func diagnostic(_ error: any Error) -> Diagnostic {
        func unreadable() -> Diagnostic {
            Diagnostic(.syntax, "\(title) cannot be read: \(error)", at: file.span(line: 1))
        }
        guard let error = error as? YamlError else { return unreadable() }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let span = file.span(line: mark.line + lines.lowerBound - 1, column: mark.column, length: 1)
            return Diagnostic(.syntax, "\(title) is not YAML: \(problem)", at: span)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let key = duplicates.min() ?? ""
            // The mapping's own place is known, not that of the key in it.
            let start = context.mark.line + lines.lowerBound - 1
            let places = (start..<max(start, lines.upperBound)).filter {
                file.line($0).drop { $0 == " " }.hasPrefix(key + ":")
            }
            return Diagnostic(
                .syntax, "the key '\(key)' is given twice", at: file.span(line: places.dropFirst().first ?? start))
        default: return unreadable()
        }
    }
}
