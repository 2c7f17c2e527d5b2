public import Formulas

/// A question with options, of which one or more are right.
///
/// In a lesson's file:
///
///     ```quiz
///     The question, as Markdown.
///
///     - [x] an option that is right :: what is said to who chooses it
///     - [ ] one that is not :: what is said to that
///     ```
public struct Quiz: Sendable {
    public struct Option: Sendable {
        public let text: [MarkdownBlock]
        public let isRight: Bool
        public let feedback: [MarkdownBlock]
    }

    /// What becomes of a choice.
    public struct Verdict: Sendable {
        /// The places of the options chosen, in order.
        public let chosen: [Int]
        /// Whether they are all those that are right, and no others.
        public let isRight: Bool
    }

    /// The letters of options, in order: as many as there may be.
    static let letters = Array("abcdefghijklmnopqrstuvwxyz")

    /// Nil where none is given.
    public let id: String?
    public let question: [MarkdownBlock]
    /// At least two, one of them right at least.
    public let options: [Option]
    /// What it shows to be true, or wrong.
    public let shows: [ShownTruth]
    public let line: Int
    public let span: Span

    public func letter(_ option: Int) -> String { String(Self.letters[option]) }

    /// The letters of the options that are right: `a` or `ac`.
    public var rightLetters: String { options.indices.filter { options[$0].isRight }.map(letter).joined() }

    /// What becomes of letters typed, like `a`, `ac` or `a, c`; nil where they are not only letters of options.
    public func verdict(on entry: String) -> Verdict? {
        var chosen: Set<Int> = []
        for character in entry where character != " " && character != "," {
            guard let place = Self.letters.firstIndex(of: character), place < options.count,
                chosen.insert(place).inserted
            else { return nil }
        }
        guard !chosen.isEmpty else { return nil }
        return Verdict(chosen: chosen.sorted(), isRight: chosen == Set(options.indices.filter { options[$0].isRight }))
    }
}
