internal import Formulas

/// Which blocks of a lesson show what its curriculum lists.
struct Coverage {
    /// A block that shows something.
    struct Place {
        /// Where it says so.
        let span: Span
        let evidence: BlockEvidence

        /// The line that opens the block.
        var line: Int { span.start.line }
    }

    let lesson: Lesson
    /// Nil where the curriculum does not list the lesson.
    let entry: Curriculum.Entry?
    /// What all blocks hold.
    let total: BlockEvidence
    private let places: [String: [Place]]

    init(_ lesson: Lesson, _ entry: Curriculum.Entry?) {
        self.lesson = lesson
        self.entry = entry
        var total = BlockEvidence()
        var places: [String: [Place]] = [:]
        let blocks = lesson.allBlocks
        for (index, block) in blocks.enumerated() {
            let evidence = BlockEvidence(block, before: index + 1 < blocks.count ? blocks[index + 1] : nil)
            total += evidence
            for shown in block.shows {
                places[shown.id, default: []].append(Place(span: shown.span, evidence: evidence))
            }
        }
        self.total = total
        self.places = places
    }

    /// In the order of the file.
    func places(of item: Curriculum.Item) -> [Place] { places[item.id] ?? [] }

    /// What the lesson should show and does not.
    func gaps() -> [LessonProblem] {
        let truths = (entry?.truths ?? []).compactMap {
            gap($0, "no block that shows it holds a claim, an output, an announced error, an exercise or a quiz") {
                $0.showsTruths
            }
        }
        let errors = (entry?.errors ?? []).compactMap {
            gap($0, "no block that meets it holds a refute, or is an exercise or a quiz") { $0.meetsErrors }
        }
        return truths + errors
    }

    private func gap(
        _ item: Curriculum.Item, _ lack: String, _ isEnough: (BlockEvidence) -> Bool
    ) -> LessonProblem? {
        let places = places(of: item)
        guard let first = places.first else {
            return LessonProblem("no block of lesson '\(lesson.id)' shows '\(item.id)'", at: item.span)
        }
        if places.contains(where: { isEnough($0.evidence) }) { return nil }
        return LessonProblem("'\(item.id)': \(lack)", at: first.span)
    }
}
