/// Texts set to a width of a terminal.
extension String {
    /// The text and blanks, to that many columns of a terminal.
    package func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - DisplayWidth.of(self)))
    }

    /// Blanks and the text, to that many columns of a terminal.
    package func padded(toEndAt columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - DisplayWidth.of(self))) + self
    }

    /// The text, or its beginning and an ellipsis, in that many columns of a terminal.
    package func cut(to columns: Int, ellipsis: String) -> String {
        guard DisplayWidth.of(self) > columns else { return self }
        var room = columns - DisplayWidth.of(ellipsis)
        let beginning = prefix { character in
            room -= DisplayWidth.of(character)
            return room >= 0
        }
        return beginning + ellipsis
    }
}
