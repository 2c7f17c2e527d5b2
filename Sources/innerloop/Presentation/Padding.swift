import Formulas
import Typography

extension String {
    /// The text and blanks, to that many columns of a terminal.
    func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - DisplayWidth.of(self)))
    }
}
