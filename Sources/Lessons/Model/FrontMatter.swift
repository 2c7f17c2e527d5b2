public import Formulas

/// What a lesson says about itself, in YAML between two `---` lines at the head of its file.
public struct FrontMatter: Sendable {
    /// The lesson that must come first, and where this one says so.
    public struct Requirement: Sendable {
        public let id: String
        public let span: Span
    }

    /// The format of lesson files that this version reads.
    public static let supportedFormat = 1

    public let format: Int
    public let id: String
    public let title: String
    public let requires: [Requirement]
    /// About how long a reader takes.
    public let minutes: Int?
    /// What the lesson's random draws depend on.
    public let seed: UInt64
    /// In seconds; running the whole lesson must take no longer.
    public let timeLimit: Double?
    /// Papers and sections, a line each.
    public let sources: [String]
    /// The language of its prose, as a tag like `en`.
    public let language: String
    /// Where `id` is given: problems with the lesson as a whole point here.
    public let idSpan: Span
}
