import Formulas
import Sentences
import Typography

/// Sets what is bound, and what derives from what, in the columns of a terminal.
struct BindingPrinter {
    var appearance: Appearance

    /// A line for each name: what it is, its value as far as it fits, and whether it is stale.
    func lines(of bindings: [BindingSummary]) -> [String] {
        let nameWidth = bindings.map { DisplayWidth.of(spelled($0.name)) }.max() ?? 0
        let kindWidth = bindings.map { DisplayWidth.of($0.kind) }.max() ?? 0
        return bindings.flatMap { binding in
            let head = "\(spelled(binding.name).padded(to: nameWidth))  \(binding.kind.padded(to: kindWidth))  "
            return lines(head, binding.text, note: note(binding.causes))
        }
    }

    /// A tree of statements, each with what it was computed from below it; then what derives from the first.
    func lines(of dependencies: Dependencies) -> [String] {
        var lines: [String] = []
        add(dependencies.binding, indent: 0, to: &lines)
        let names = dependencies.dependents
        return lines + listing(.derivedNames, names.isEmpty ? [Sentence.noDerivedNames.text] : names)
    }

    /// Names, as many on a line as fit, below each other after a heading.
    func listing(_ heading: Sentence, _ names: [String]) -> [String] {
        let heading = heading.text + " "
        let indent = min(DisplayWidth.of(heading), appearance.columns / 2)
        var lines = [heading]
        for (index, name) in names.map(spelled).enumerated() {
            let item = name + (index == names.count - 1 ? "" : ",")
            let isFirst = index == 0
            let needed = DisplayWidth.of(lines[lines.count - 1]) + (isFirst ? 0 : 1) + DisplayWidth.of(item)
            if needed > appearance.columns {
                lines.append(String(repeating: " ", count: indent) + item)
            } else {
                lines[lines.count - 1] += (isFirst ? "" : " ") + item
            }
        }
        return lines.map { cut($0, to: appearance.columns) }
    }

    /// A name as it can be shown and typed here.
    func spelled(_ name: String) -> String { appearance.unicode ? name : Names.ascii(name) }

    private func add(_ version: Dependencies.Version, indent: Int, to lines: inout [String]) {
        let names = version.isOwn ? "" : "\(spelled(version.name)): "
        var notes: [String] = []
        if let successor = version.successor {
            notes.append(Sentence.bindingSuccessor(statement: cut(oneLine(successor), to: 30)).text)
        }
        notes += version.causes.isEmpty ? [] : [note(version.causes)]
        if version.isCut { notes.append(ellipsis) }
        lines += self.lines(
            String(repeating: " ", count: indent), names + version.statement, note: notes.joined(separator: " "))
        for input in version.inputs { add(input, indent: indent + 2, to: &lines) }
    }

    /// Says in words why a binding is stale.
    private func note(_ causes: [String]) -> String {
        guard !causes.isEmpty else { return "" }
        let names = causes.map(spelled)
        let last = names[names.count - 1]
        let list =
            names.count == 1
            ? last : Sentence.listAnd(one: names.dropLast().joined(separator: ", "), other: last).text
        return Sentence.bindingStale(names: list, count: names.count).text
    }

    /// A head, a text that may be cut, and a note that must not be lost: on a line of its own where there is no room.
    private func lines(_ head: String, _ text: String, note: String) -> [String] {
        let columns = appearance.columns
        let text = oneLine(text)
        let room = columns - DisplayWidth.of(head)
        let noteWidth = note.isEmpty ? 0 : DisplayWidth.of(note) + 2
        if room - noteWidth >= min(DisplayWidth.of(text), 12) {
            let line = head + cut(text, to: room - noteWidth)
            return [note.isEmpty ? line : line + "  " + painted(note)]
        }
        let line = cut(head + (room > 0 ? cut(text, to: room) : ""), to: columns)
        return note.isEmpty ? [line] : [line, "  " + painted(cut(note, to: columns - 2))]
    }

    private func painted(_ note: String) -> String { appearance.paint(note, .bad) }

    private var ellipsis: String { appearance.ellipsis }

    private func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map(\.trimmed).joined(separator: " ")
    }

    private func cut(_ text: String, to columns: Int) -> String { text.cut(to: columns, ellipsis: ellipsis) }
}
