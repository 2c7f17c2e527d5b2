internal import Formulas
internal import Yams
internal import Typography

/// Reads the YAML at the head of a lesson, and says where it is not what it should be.
struct FrontMatterReader {
    /// Every key there is.
    static let keys = ["format", "id", "title", "requires", "minutes", "seed", "time-limit", "sources", "lang"]

    /// The largest front matter: YAML that goes on for longer is a file whose closing line is missing.
    private static let maximumLines = 200

    private let file: LessonFile
    private(set) var problems: [Diagnostic] = []
    private var values: [String: Node] = [:]

    init(_ file: LessonFile) { self.file = file }

    /// The line (from 1) of the `---` that closes the front matter; nil, and a problem, where there is none.
    mutating func closingLine() -> Int? {
        guard file.line(1).trimmedEnd() == "---" else {
            report(
                "a lesson begins with front matter between two '---' lines, and this file does not", at: 1,
                help: "begin with '---', 'format: 1', 'id: …', 'title: …', '---'")
            return nil
        }
        for number in 2..<(Self.maximumLines + 2) where ["---", "..."].contains(file.line(number).trimmedEnd()) {
            return number
        }
        report("the front matter that opens here is not closed by a '---' line", at: 1)
        return nil
    }

    /// What stands between the first line and the closing one; nil where something it cannot do without is missing.
    mutating func read(upTo closing: Int) -> FrontMatter? {
        let text = (2..<max(2, closing)).map { file.line($0) }.joined(separator: "\n")
        do {
            guard let root = try Yams.compose(yaml: text) else {
                report("the front matter is empty", at: 1, help: "it needs 'format: 1', 'id: …' and 'title: …'")
                return nil
            }
            guard let mapping = root.mapping else {
                report("the front matter must be 'key: value' lines", at: 2)
                return nil
            }
            take(mapping)
        } catch {
            report(error)
            return nil
        }
        return frontMatter()
    }

    private mutating func take(_ mapping: Node.Mapping) {
        for (key, value) in mapping {
            guard let name = key.string else {
                problems.append(Diagnostic(.syntax, "a key must be a word", at: span(of: key)))
                continue
            }
            guard Self.keys.contains(name) else {
                problems.append(
                    Diagnostic(
                        .syntax, "unknown key '\(name)'\(Spelling.question(name, in: Self.keys))", at: span(of: key),
                        help: "the keys are \(Self.keys.joined(separator: ", "))"))
                continue
            }
            values[name] = value
        }
    }

    private mutating func frontMatter() -> FrontMatter? {
        for name in ["format", "id", "title"] where values[name] == nil {
            report("the front matter lacks '\(name)'", at: 1)
        }
        let format = wholeNumber("format")
        if let format, let node = values["format"], format != FrontMatter.supportedFormat {
            problems.append(
                Diagnostic(
                    .syntax,
                    "this lesson has format \(format); this version reads format \(FrontMatter.supportedFormat)",
                    at: span(of: node)))
        }
        let id = text("id")
        if let id, let node = values["id"],
            id.isEmpty || !id.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) })
        {
            problems.append(
                Diagnostic(.syntax, "an id is made of letters, digits and '-', and '\(id)' is not", at: span(of: node)))
        }
        let title = text("title")
        let minutes = wholeNumber("minutes")
        let seed = wholeNumber("seed") ?? 0
        let limit = number("time-limit")
        let sources = list("sources", of: "texts").compactMap { text($0, of: "sources") }
        let requires = list("requires", of: "lesson ids").compactMap { node in
            text(node, of: "requires").map { FrontMatter.Requirement(id: $0, span: span(of: node)) }
        }
        let language = values["lang"] == nil ? "en" : text("lang")
        guard problems.isEmpty, let format, let id, let title, let language, let idNode = values["id"] else {
            return nil
        }
        return FrontMatter(
            format: format, id: id, title: title, requires: requires, minutes: minutes, seed: UInt64(seed),
            timeLimit: limit, sources: sources, language: language, idSpan: span(of: idNode))
    }

    private mutating func text(_ name: String) -> String? {
        values[name].flatMap { text($0, of: name) }
    }

    private mutating func text(_ node: Node, of name: String) -> String? {
        if let text = node.scalar?.string, !text.isEmpty { return text }
        wrongType(name, "a text", node)
        return nil
    }

    private mutating func wholeNumber(_ name: String) -> Int? {
        guard let node = values[name] else { return nil }
        if let number = node.int, number >= 0 { return number }
        wrongType(name, "a whole number", node)
        return nil
    }

    private mutating func number(_ name: String) -> Double? {
        guard let node = values[name] else { return nil }
        if let number = node.float, number > 0, number.isFinite { return number }
        wrongType(name, "a number of seconds", node)
        return nil
    }

    private mutating func list(_ name: String, of items: String) -> [Node] {
        guard let node = values[name] else { return [] }
        if let sequence = node.sequence { return Array(sequence) }
        wrongType(name, "a list of \(items), like '[a, b]'", node)
        return []
    }

    private mutating func wrongType(_ name: String, _ wanted: String, _ node: Node) {
        let found =
            switch node {
            case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "'\(scalar.string)'"
            case .mapping: "keys with values"
            case .sequence: "a list"
            case .alias: "an alias"
            }
        problems.append(Diagnostic(.syntax, "'\(name)' must be \(wanted), not \(found)", at: span(of: node)))
    }

    private func span(of node: Node) -> Span {
        // The YAML begins on the file's second line.
        guard let mark = node.mark else { return file.span(line: 1) }
        return file.span(
            line: mark.line + 1, column: mark.column, length: node.scalar?.string.unicodeScalars.count ?? 1)
    }

    private mutating func report(_ message: String, at line: Int, help: String? = nil) {
        problems.append(Diagnostic(.syntax, message, at: file.span(line: line), help: help))
    }

    private mutating func report(_ error: any Error) {
        guard let error = error as? YamlError else {
            report("the front matter cannot be read: \(error)", at: 1)
            return
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let span = file.span(line: mark.line + 1, column: mark.column, length: 1)
            problems.append(Diagnostic(.syntax, "the front matter is not YAML: \(problem)", at: span))
        case .duplicatedKeysInMapping(let duplicates, _):
            let key = duplicates.first ?? ""
            let lines = (2...(Self.maximumLines + 1)).filter { file.line($0).hasPrefix(key) }
            report("the key '\(key)' is given twice", at: lines.dropFirst().first ?? 1)
        default:
            report("the front matter cannot be read: \(error)", at: 1)
        }
    }
}

extension String {
    func trimmedEnd() -> String {
        var result = Substring(self)
        while let last = result.last, last == " " || last == "\t" { result.removeLast() }
        return String(result)
    }
}
