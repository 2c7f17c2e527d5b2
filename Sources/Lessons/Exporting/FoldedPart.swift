/// The parts of exercises and quizzes as an export has them: what a reader should not see at once is folded.
struct FoldedPart {
    /// A fenced block of a lesson's file.
    private struct Fence {
        let kind: String
        let body: [Substring]
        /// The index of the line after it.
        let end: Int
    }

    let lines: [Substring]
    /// What the solution at a line of the file gives, as Markdown.
    var solutions: [Int: String] = [:]

    /// The part that a line of the file, from 1, opens, and the line after it; nil where it opens none.
    func part(atLine line: Int) -> (markdown: String, next: Int)? {
        guard let fence = fence(at: line - 1) else { return nil }
        let body = fence.body.joined(separator: "\n") + "\n"
        let markdown: String
        switch fence.kind {
        case "exercise": markdown = "**Exercise.** " + body
        case "starter": markdown = SavedBlock.fenced(body, "loop")
        case "hint": markdown = folded("Hint", body)
        case "solution": markdown = folded("Solution", solutions[line] ?? SavedBlock.fenced(body, "loop"))
        case "quiz": markdown = quiz(fence.body)
        // What an answer is judged by.
        case "check", "wrong": markdown = ""
        default: return nil
        }
        return (markdown, fence.end + 1)
    }

    private func fence(at index: Int) -> Fence? {
        guard lines.indices.contains(index) else { return nil }
        let ticks = lines[index].prefix { $0 == "`" }
        guard ticks.count >= 3 else { return nil }
        let kind = lines[index].dropFirst(ticks.count).prefix { $0.isLetter }
        let rest = lines[(index + 1)...]
        let end = rest.firstIndex { $0.hasPrefix(ticks) && $0.allSatisfy { $0 == "`" || $0.isWhitespace } }
        return Fence(
            kind: String(kind), body: Array(rest[..<(end ?? lines.endIndex)]), end: (end ?? lines.endIndex) + 1)
    }

    private func folded(_ title: String, _ markdown: String) -> String {
        "<details><summary>\(title)</summary>\n\n\(markdown)\n</details>\n"
    }

    /// The question and the options, and what is said of each below.
    private func quiz(_ body: [Substring]) -> String {
        var text = "**Quiz.** "
        var answers = ""
        var count = 0
        for line in body {
            let isRight = line.hasPrefix("- [x]") || line.hasPrefix("- [X]")
            guard isRight || line.hasPrefix("- [ ]") else {
                text += line + "\n"
                continue
            }
            let parts = line.dropFirst(5).split(separator: "::", maxSplits: 1).map(String.init)
            let letter = count < Quiz.letters.count ? String(Quiz.letters[count]) : "?"
            text += "- \(letter):\(parts.first ?? "")\n"
            answers += "- \(letter) is \(isRight ? "right" : "wrong"):\(parts.count > 1 ? parts[1] : "")\n"
            count += 1
        }
        return text + "\n" + folded("Answers", answers)
    }
}
