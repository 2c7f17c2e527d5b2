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
    private var yaml: YAMLText
    private(set) var problems: [Diagnostic] = []
    private var values: [String: Node] = [:]

    init(_ file: LessonFile) {
        self.file = file
        yaml = YAMLText(file: file, lines: 2..<2, title: "the front matter")
    }

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
        yaml = YAMLText(file: file, lines: 2..<max(2, closing), title: yaml.title)
        do throws(Diagnostic) {
            guard let root = try yaml.root() else {
                report("the front matter is empty", at: 1, help: "it needs 'format: 1', 'id: …' and 'title: …'")
                return nil
            }
            guard let mapping = root.mapping else {
                report("the front matter must be 'key: value' lines", at: 2)
                return nil
            }
            take(mapping)
        } catch {
            problems.append(error)
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
        if let id, let node = values["id"], !Identifier.isValid(id) {
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
        problems.append(yaml.wrongType(name, wanted, node))
    }

    private func span(of node: Node) -> Span { yaml.span(of: node) }

    private mutating func report(_ message: String, at line: Int, help: String? = nil) {
        problems.append(Diagnostic(.syntax, message, at: file.span(line: line), help: help))
    }
}

extension String {
    func trimmedEnd() -> String {
        var result = Substring(self)
        while let last = result.last, last == " " || last == "\t" { result.removeLast() }
        return String(result)
    }
}
