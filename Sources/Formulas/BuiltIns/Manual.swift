/// What the language says of its own built-ins: what help and completion are made from.
public enum Manual {
    /// What is said of one built-in.
    public struct Entry: Sendable {
        public let name: String
        /// `sum(x, axis?, keep?)`.
        public let signature: String
        public let parameters: [BuiltIn.Parameter]
        public let spellings: [String]
        public let summary: String
        public let example: (formula: String, output: String)
    }

    /// Every spelling of every built-in, sorted.
    public static var names: [String] { BuiltInTable.standard.names }

    /// A built-in by any of its spellings.
    public static func entry(of name: String) -> Entry? {
        let table = BuiltInTable.standard
        let name = Names.canonical(name)
        if let function = table.function(name) {
            return Entry(
                name: function.name, signature: function.signature, parameters: function.parameters,
                spellings: function.spellings,
                summary: function.summary, example: function.example)
        }
        return table.specialForm(name).map {
            Entry(
                name: $0.name, signature: $0.signature, parameters: [], spellings: [], summary: $0.summary,
                example: $0.example)
        }
    }
}
