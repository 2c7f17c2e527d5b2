internal import Formulas
internal import Typography

/// Whether what lessons require is there, no id is taken twice, and nothing requires itself, however far around.
struct RequirementCheck {
    let checked: [Lesson]
    /// Lessons that may be required and are not themselves checked.
    let others: [Lesson]

    func problems() -> [LessonProblem] {
        var problems: [LessonProblem] = []
        var known: [String: Lesson] = [:]
        for lesson in others + checked {
            // A translation has the id of its original.
            let key = lesson.id
            if let first = known[key], first.frontMatter.language == lesson.frontMatter.language {
                problems.append(
                    LessonProblem("the id '\(key)' is taken by \(first.source.name)", at: lesson.frontMatter.idSpan))
            } else if known[key] == nil {
                known[key] = lesson
            }
        }
        for lesson in checked {
            for requirement in lesson.frontMatter.requires {
                if known[requirement.id] == nil {
                    let question = Spelling.question(requirement.id, in: known.keys.sorted())
                    problems.append(
                        LessonProblem("there is no lesson '\(requirement.id)'\(question)", at: requirement.span))
                } else if let way = way(from: requirement.id, to: lesson.id, known) {
                    let circle = ([lesson.id] + way).joined(separator: " → ")
                    problems.append(LessonProblem("the lesson requires itself: \(circle)", at: requirement.span))
                }
            }
        }
        return problems
    }

    /// The lessons from one to another along what they require; nil where there is no way.
    private func way(from start: String, to end: String, _ known: [String: Lesson]) -> [String]? {
        var cameFrom: [String: String] = [start: start]
        var queue = [start]
        var next = 0
        while next < queue.count {
            let id = queue[next]
            next += 1
            if id == end {
                var way = [id]
                while let last = way.first, last != start, let before = cameFrom[last] { way.insert(before, at: 0) }
                return way
            }
            for requirement in known[id]?.frontMatter.requires ?? [] where cameFrom[requirement.id] == nil {
                cameFrom[requirement.id] = id
                queue.append(requirement.id)
            }
        }
        return nil
    }
}
