extension Manual {
    /// A page on something that takes more than a sentence.
    public struct Topic: Sendable {
        /// What stands on the page, in order.
        public enum Part: Sendable {
            case text(String)
            /// Formulas that run one after the other, all those of a page in one session.
            case examples([Example])
        }

        public let name: String
        public let otherNames: [String]
        /// A few words.
        public let title: String
        public let parts: [Part]

        init(_ name: String, _ otherNames: String = "", _ title: String, _ parts: Part...) {
            self.name = name
            self.otherNames = otherNames.split(separator: " ").map(String.init)
            self.title = title
            self.parts = parts
        }
    }

    /// All pages, in the order that a reader would take.
    public static let topics: [Topic] = languageTopics + calculusTopics + sessionTopics
}

extension Manual.Topic.Part {
    /// Formulas with what they show; a formula that shows nothing stands alone.
    static func examples(_ examples: (String, String)...) -> Self {
        .examples(examples.map { Manual.Example($0.0, $0.1) })
    }
}
