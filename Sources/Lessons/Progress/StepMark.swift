internal import Formulas

/// A step as progress knows it: by the ids of its lesson and of itself, and by what it says.
public struct StepMark: Hashable, Sendable {
    let lesson: String
    let step: String
    /// A digest of the step's text, so that an edited step counts as another.
    let digest: String

    init(_ lesson: Lesson, step: Int) {
        self.lesson = lesson.id
        self.step = lesson.steps[step].id
        digest = lesson.digest(ofStep: step)
    }

    /// The mark in the fields of a line; nil where they are none.
    init?(_ fields: ArraySlice<String>) {
        guard fields.count == 3, let lesson = fields.first, let digest = fields.last else { return nil }
        self.lesson = lesson
        step = fields[fields.startIndex + 1]
        self.digest = digest
    }

    var fields: [String] { [lesson, step, digest] }
}

extension Lesson {
    /// FNV-1a of the step's lines, its heading among them, without the blanks at their ends; 16 hexadecimal digits.
    func digest(ofStep index: Int) -> String {
        let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
        // The opening is shown with the first step and belongs to it.
        let start = index == 0 ? min(firstLine, steps[0].line) : steps[index].line
        let end = index + 1 < steps.count ? steps[index + 1].line : lines.count + 1
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        for line in lines[(start - 1)..<max(start - 1, min(end - 1, lines.count))] {
            for byte in String(line).trimmedEnd().utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
            digest = (digest ^ 10) &* 0x100_0000_01b3
        }
        let digits = String(digest, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The line after the front matter.
    var firstLine: Int {
        let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
        let closing = lines.dropFirst().firstIndex { ["---", "..."].contains(String($0).trimmedEnd()) }
        return (closing ?? 0) + 2
    }
}
