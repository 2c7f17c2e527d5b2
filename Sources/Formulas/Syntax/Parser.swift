/// Reads source text as formulas: the one way from text to a syntax tree.
public enum Parser {
    /// The greatest depth of a tree the parser makes, and of the brackets in a text it reads.
    ///
    /// Everything that walks a tree may recurse: the longest chain `1 + 1 + …` is one level deep, and what is deeper
    /// than this is a diagnostic.
    public static let maximumDepth = 400

    /// The statements of a file, a cell or a block of a lesson.
    ///
    /// Throws a diagnostic of kind `.incomplete` when the text ends inside a bracket or after an operator, so that more
    /// text could make it whole; of kind `.syntax` for any other mistake, the first there is.
    public static func parse(_ source: Source) throws(Diagnostic) -> [Statement] {
        let reader = SyntaxReader(Lexer(source))
        return try reader.statements(until: .end)
    }

    /// The derivations of a block: chains of lines, each `.derivation` one chain.
    ///
    /// A line that starts with a comparison goes on from the line before it; any other line starts a chain. `-- why`
    /// ends a line with its reason.
    public static func parseDerivations(_ source: Source) throws(Diagnostic) -> [Statement] {
        let reader = SyntaxReader(Lexer(source, hasReasons: true))
        return try reader.derivations()
    }

    /// What is drawn, and how: `θ ~ randn(3), α ~ uniform(0, 1)`.
    public static func parseVariables(_ source: Source) throws(Diagnostic) -> [Claim.Quantifier] {
        let reader = SyntaxReader(Lexer(source))
        return try reader.variables()
    }
}
