/// What lessons, exercises and quizzes are named by.
enum Identifier {
    /// Whether a text is one: letters, digits, hyphens and underscores.
    static func isValid(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
    }
}
