internal import Glibc

/// Lessons in another language: `maml.zh.md` is `maml.md` in Chinese, with the same ids and the same code.
enum Translation {
    /// The language that a file's name says, as a tag: `zh` of `maml.zh.md`; nil where it says none.
    static func language(of path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts.last == "md", !parts[0].isEmpty else { return nil }
        let tag = parts[parts.count - 2]
        let language = tag.prefix { $0 != "-" }
        guard (2...3).contains(language.count), language.allSatisfy({ $0.isASCII && $0.isLowercase }),
            tag.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        else { return nil }
        return String(tag)
    }

    /// The path of the lesson that a file is a translation of; nil where it is none, or where that is not beside it.
    static func original(of path: String) -> String? {
        guard let language = language(of: path) else { return nil }
        let original = path.dropLast(".\(language).md".count) + ".md"
        return access(String(original), F_OK) == 0 ? String(original) : nil
    }
}

extension Lesson {
    /// With the step ids of its original, by which draws and progress go; as it is where they have not as many steps.
    func withStepIDs(of original: Lesson) -> Lesson {
        guard steps.count == original.steps.count else { return self }
        let steps = zip(steps, original.steps).map { step, other in
            LessonStep(title: step.title, id: other.id, line: step.line, blocks: step.blocks)
        }
        return Lesson(frontMatter: frontMatter, opening: opening, steps: steps, source: source)
    }
}
