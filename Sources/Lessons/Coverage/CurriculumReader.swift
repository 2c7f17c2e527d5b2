internal import Formulas
internal import Typography
internal import Yams

/// Reads `curriculum.yaml`, and says where it is not what it should be.
///
///     format: 1
///     lessons:
///       maml:
///         truths:
///           chain: "As columns, g_MAML = (I − αH₀)…(I − αH_{k−1})∇L⁽¹⁾(θ_k)"
///         errors:
///           product-order: "The gradient on the left of the product: the chain in the wrong order"
struct CurriculumReader {
    private let yaml: YAMLText
    private(set) var problems: [Diagnostic] = []

    init(_ file: LessonFile) {
        yaml = YAMLText(file: file, lines: 1..<(file.lines.count + 1), title: "the curriculum")
    }

    /// Nil where there is any problem.
    mutating func read() -> Curriculum? {
        do throws(Diagnostic) {
            let values = keyed(try yaml.root(), "the curriculum", of: "keys with values", only: ["format", "lessons"])
            for name in ["format", "lessons"] where !values.contains(where: { $0.name == name }) {
                report("the curriculum lacks '\(name)'", at: yaml.file.span(line: 1))
            }
            var entries: [Curriculum.Entry] = []
            for value in values {
                if value.name == "format" {
                    readFormat(value.node)
                } else {
                    entries = keyed(value.node, "lessons", of: "lesson ids with what each shows").map { entry($0) }
                }
            }
            return problems.isEmpty ? Curriculum(entries: entries) : nil
        } catch {
            problems.append(error)
            return nil
        }
    }

    private mutating func readFormat(_ node: Node) {
        guard let format = node.int else {
            problems.append(yaml.wrongType("format", "a whole number", node))
            return
        }
        guard format != Curriculum.supportedFormat else { return }
        report(
            "the curriculum has format \(format); this version reads format \(Curriculum.supportedFormat)",
            at: yaml.span(of: node))
    }

    private mutating func entry(_ lesson: Keyed) -> Curriculum.Entry {
        var truths: [Curriculum.Item] = []
        var errors: [Curriculum.Item] = []
        for part in keyed(lesson.node, lesson.name, of: "'truths' and 'errors'", only: ["truths", "errors"]) {
            let items = items(part, besides: truths + errors)
            if part.name == "truths" { truths = items } else { errors = items }
        }
        if truths.isEmpty, errors.isEmpty, problems.isEmpty {
            report("the lesson '\(lesson.name)' is listed with nothing to show", at: lesson.span)
        }
        return Curriculum.Entry(id: lesson.name, span: lesson.span, truths: truths, errors: errors)
    }

    private mutating func items(_ part: Keyed, besides others: [Curriculum.Item]) -> [Curriculum.Item] {
        var items: [Curriculum.Item] = []
        for item in keyed(part.node, part.name, of: "ids with a text each") {
            if !BlockInfo.isTruthID(item.name) {
                report("an id is made of letters, digits and '-', and '\(item.name)' is not", at: item.span)
            } else if others.contains(where: { $0.id == item.name }) {
                report("'\(item.name)' is both a truth and an error", at: item.span)
            } else if let text = item.node.scalar?.string, text.contains(where: { !$0.isWhitespace }) {
                items.append(Curriculum.Item(id: item.name, text: text, span: item.span))
            } else {
                problems.append(yaml.wrongType(item.name, "a text", item.node))
            }
        }
        return items
    }

    /// A key and what stands after it.
    private struct Keyed {
        let name: String
        let span: Span
        let node: Node
    }

    /// The keys of a mapping; none, and a problem, where the node is something else.
    ///
    /// - Parameter names: the keys that there may be; nil for any.
    private mutating func keyed(
        _ node: Node?, _ title: String, of wanted: String, only names: [String]? = nil
    ) -> [Keyed] {
        guard let mapping = node?.mapping else {
            if let node {
                problems.append(yaml.wrongType(title, wanted, node))
            } else {
                report("\(title) is empty", at: yaml.file.span(line: 1))
            }
            return []
        }
        return mapping.compactMap { key, value in
            guard let name = key.scalar?.string else {
                report("a key must be a word", at: yaml.span(of: key))
                return nil
            }
            if let names, !names.contains(name) {
                report(
                    "unknown key '\(name)'\(Spelling.question(name, in: names))", at: yaml.span(of: key),
                    help: "the keys are \(names.joined(separator: ", "))")
                return nil
            }
            return Keyed(name: name, span: yaml.span(of: key), node: value)
        }
    }

    private mutating func report(_ message: String, at span: Span, help: String? = nil) {
        problems.append(Diagnostic(.syntax, message, at: span, help: help))
    }
}
