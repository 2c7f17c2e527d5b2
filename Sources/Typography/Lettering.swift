/// The characters that a screen has.
public enum Lettering: Sendable {
    case unicode
    case ascii

    /// A text in these characters. What has no spelling in them stays as it is: it is the reader's own.
    public func text(_ text: String) -> String {
        switch self {
        case .unicode: text
        case .ascii: AsciiSpelling.of(text, unknown: nil)
        }
    }

    /// What stands before a text that tells of a failure in words.
    public var failed: String {
        switch self {
        case .unicode: "✗ "
        case .ascii: ""
        }
    }

    /// What stands between two short texts on a line.
    public var separator: String {
        switch self {
        case .unicode: " · "
        case .ascii: " | "
        }
    }
}
