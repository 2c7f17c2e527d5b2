import Formulas

extension Cell {
    /// What `print` and `show` put out, as text.
    var lines: [String] { outputs.compactMap { $0.rendering(width: 80) } }
}
