internal import Formulas

/// The page that says what the lessons show, and where: Markdown, made from the curriculum and the lessons.
struct CoveragePage {
    /// Its file, beside the lessons.
    static let fileName = "COVERAGE.md"

    /// In the order of their files.
    let lessons: [Coverage]

    var text: String {
        let opening = """
            # Coverage

            What the lessons show to be true, and which errors in the literature they meet, with the blocks that do.
            Made from `\(CurriculumCheck.fileName)` and the lessons by `innerloop check --fix`; `innerloop check` fails
            where it is out of date. Counted is what is written, a claim in a loop once.

            """
        let parts = [opening, counts()] + lessons.compactMap(section)
        return parts.joined(separator: "\n")
    }

    private func counts() -> String {
        var total = BlockEvidence()
        var rows: [String] = []
        for coverage in lessons {
            total += coverage.total
            let title = SavedBlock.escaped(coverage.lesson.title)
            rows.append(row("[\(title)](\(coverage.lesson.link))", coverage.total))
        }
        let head = """
            | lesson | claims | derivation lines | refutes | exercises | quizzes |
            |---|---:|---:|---:|---:|---:|

            """
        return head + (rows + [row("all", total)]).map { $0 + "\n" }.joined()
    }

    private func row(_ title: String, _ evidence: BlockEvidence) -> String {
        let counts = [
            evidence.claims, evidence.derivationLines, evidence.refutes, evidence.exercises, evidence.quizzes,
        ]
        return "| " + ([title] + counts.map(String.init)).joined(separator: " | ") + " |"
    }

    /// Nil of a lesson that the curriculum does not list.
    private func section(_ coverage: Coverage) -> String? {
        guard let entry = coverage.entry else { return nil }
        let tables = [("truth", entry.truths), ("error", entry.errors)].filter { !$0.1.isEmpty }.map { title, items in
            let rows = items.map { item in
                let links = coverage.places(of: item).map { coverage.lesson.link(toLine: $0.line) }
                let shown = links.isEmpty ? "not shown" : links.joined(separator: ", ")
                return "| \(SavedBlock.escaped(item.text.oneLine)) | \(shown) |\n"
            }
            return "| \(title) | where |\n|---|---|\n" + rows.joined()
        }
        return "## \(SavedBlock.escaped(coverage.lesson.title))\n\n" + tables.joined(separator: "\n")
    }
}

extension Lesson {
    /// The name of its file.
    fileprivate var fileName: String { source.name.split(separator: "/").last.map(String.init) ?? source.name }

    /// The file as a link beside it holds it.
    fileprivate var link: String { MarkdownExporter.escapedPath(fileName) }

    /// `plain=1` has GitHub show the lines of the file, as only those have numbers.
    fileprivate func link(toLine line: Int) -> String {
        "[\(SavedBlock.escaped(fileName)):\(line)](\(link)?plain=1#L\(line))"
    }
}

extension String {
    fileprivate var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
