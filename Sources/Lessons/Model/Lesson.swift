public import Formulas

/// A lesson as read from its file: what its front matter says, and its steps in order.
public struct Lesson: Sendable {
    public let frontMatter: FrontMatter
    /// What stands before the first step, if anything does: shown with the first step.
    public let opening: [LessonBlock]
    /// At least one.
    public let steps: [LessonStep]
    /// The whole file; diagnostics about the lesson point into it.
    public let source: Source

    public var id: String { frontMatter.id }
    public var title: String { frontMatter.title }

    /// The blocks of a step as they are shown and run: the first step begins with the opening.
    public func blocks(ofStep index: Int) -> [LessonBlock] {
        guard steps.indices.contains(index) else { return [] }
        return index == 0 ? opening + steps[index].blocks : steps[index].blocks
    }
}

/// One step of a lesson: a `##` heading and what follows it.
public struct LessonStep: Sendable {
    /// The heading as plain text.
    public let title: String
    /// Made from the heading (`The chain rule` is `the-chain-rule`), unique in its lesson; progress and draws are keyed by it.
    public let id: String
    /// The line of the heading.
    public let line: Int
    public let blocks: [LessonBlock]
}

/// What a step is made of, in the order of the file.
public enum LessonBlock: Sendable {
    case prose(Prose)
    case code(CodeBlock)
    case output(OutputBlock)
    case exercise(Exercise)
    case quiz(Quiz)
}

/// A run of Markdown between code blocks.
public struct Prose: Sendable {
    public let blocks: [MarkdownBlock]
    public let line: Int
}

/// A fenced block that is run: `loop`, `derivation` or `plot`.
public struct CodeBlock: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case loop
        case derivation
        case plot
    }

    /// How much of the block a reader sees.
    public enum Visibility: Sendable {
        /// The code, and what it gives.
        case whole
        /// The code alone: a `setup` block runs without a word.
        case codeOnly
        /// Nothing: a `hidden` block.
        case nothing
    }

    public let kind: Kind
    public let visibility: Visibility
    /// False for a `norun` block, and for a `full` one at the quick size: those are only shown.
    public internal(set) var isRun: Bool
    /// Whether it gives the lesson's full sizes over the quick ones before it.
    public let isFull: Bool
    /// The text that the error must contain, where the block must end in one.
    public let expectedError: String?
    /// What stands under a plot.
    public internal(set) var caption: String?
    /// What it shows to be true, or wrong.
    public let shows: [ShownTruth]
    /// How it ran in a session that was saved.
    public let replay: Replay
    /// The code; its first line is the lesson file's own line, so that diagnostics name that.
    public let source: Source
    /// The line of the fence that opens the block, and the block's place in the file.
    public let line: Int
    public let span: Span
}

/// What the block before it must print.
public struct OutputBlock: Sendable {
    public let text: String
    /// The relative error within which two numbers are the same.
    public let tolerance: Double
    /// The lines of its two fences.
    public let line: Int
    public let lastLine: Int
    public let span: Span
}
