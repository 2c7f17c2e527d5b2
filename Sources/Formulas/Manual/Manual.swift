/// What the language says of itself: what help, completion and the reference are made from.
public enum Manual {
    /// What is said of one built-in.
    public struct Entry: Sendable {
        public let name: String
        /// `sum(x, axis?, keep?)`.
        public let signature: String
        public let parameters: [BuiltIn.Parameter]
        public let spellings: [String]
        public let summary: String
        public let example: Example

        init(_ function: BuiltIn) {
            name = function.name
            signature = function.signature
            parameters = function.parameters
            spellings = function.spellings
            summary = function.summary
            example = Example(function.example.formula, function.example.output)
        }

        init(_ form: SpecialForm) {
            name = form.name
            signature = form.signature
            parameters = []
            spellings = []
            summary = form.summary
            example = Example(form.example.formula, form.example.output)
        }
    }

    /// A formula, and what the session shows for it.
    public struct Example: Sendable {
        public let formula: String
        public let output: String

        init(_ formula: String, _ output: String = "") {
            self.formula = formula
            self.output = output
        }
    }

    /// Built-ins that belong together.
    public struct Group: Sendable {
        public let title: String
        public let entries: [Entry]
    }

    /// Every spelling of every built-in, sorted.
    public static var names: [String] { BuiltInTable.standard.names }

    /// A built-in by any of its spellings.
    public static func entry(of name: String) -> Entry? {
        let table = BuiltInTable.standard
        let name = Names.canonical(name)
        return table.function(name).map { Entry($0) } ?? table.specialForm(name).map { Entry($0) }
    }

    /// All built-ins, in the order that a reader would meet them.
    public static var groups: [Group] {
        BuiltIns.groups.map { Group(title: $0.title, entries: $0.functions.map { Entry($0) }) }
            + [Group(title: "Bindings", entries: BuiltIns.bindingForms.map { Entry($0) })]
    }

    /// A symbol of the language, by any of its spellings: `∇`, or `grad`.
    public static func symbol(_ spelling: String) -> Symbol? {
        let spelling = ResultName.isOne(spelling) ? ResultName.last : spelling
        return symbols.first { $0.spellings.contains(spelling) }
    }

    /// What a reader types for help on a built-in, a symbol or a topic: `?sum`, `:help gradients`.
    static func command(for word: String) -> String {
        topics.contains { $0.name == word } ? ":help \(word)" : "?\(word)"
    }

    /// A page on something that takes more than a sentence.
    public static func topic(_ name: String) -> Topic? {
        topics.first { $0.name == name || $0.otherNames.contains(name) }
    }
}
