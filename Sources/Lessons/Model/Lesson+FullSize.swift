/// The two sizes of a lesson: the quick one that it is walked and checked at, and the full one that its `full` blocks give.
extension Lesson {
    /// Whether it has a full size.
    public var hasFullSize: Bool { !fullBlocks.isEmpty }

    /// Whether it is at that.
    public var isFullSize: Bool { fullBlocks.contains { $0.block.isRun } }

    /// The lesson at its full size, where it has one: its `full` blocks run in their places.
    public var atFullSize: Lesson { sized(isFull: true) }

    /// The lesson at the size it is read at.
    public var atQuickSize: Lesson { sized(isFull: false) }

    /// The blocks that give the full size, and the step that each is of.
    var fullBlocks: [(block: CodeBlock, step: Int)] {
        steps.indices.flatMap { step in
            blocks(ofStep: step).compactMap { block in
                if case .code(let code) = block, code.isFull { (code, step) } else { nil }
            }
        }
    }

    private func sized(isFull: Bool) -> Lesson {
        func sized(_ blocks: [LessonBlock]) -> [LessonBlock] {
            blocks.map { block in
                guard case .code(var code) = block, code.isFull else { return block }
                code.isRun = isFull
                return .code(code)
            }
        }
        let steps = steps.map { step in
            LessonStep(title: step.title, id: step.id, line: step.line, blocks: sized(step.blocks))
        }
        return Lesson(frontMatter: frontMatter, opening: sized(opening), steps: steps, source: source)
    }
}
