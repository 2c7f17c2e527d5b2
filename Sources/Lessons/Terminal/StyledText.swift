public import Typography

/// A piece of text with one look.
public struct StyledText: Hashable, Sendable {
    public enum Style: Hashable, Sendable {
        case plain
        case emphasis
        case strong
        case heading
        case code
        case keyword
        case number
        case builtIn
        case string
        case dim
        case good
        case bad
    }

    public var text: String
    public var style: Style

    public init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }

    public var width: Int { DisplayWidth.of(text) }
}

extension StyledText: StyledRun {}

/// A line as pieces side by side.
public typealias StyledLine = [StyledText]

/// Writes styled lines: as pure text, or with colours.
public struct Painter: Sendable {
    public let usesColour: Bool

    public init(usesColour: Bool) { self.usesColour = usesColour }

    /// The line as it is printed: spaces that only kept it from breaking become plain ones.
    public func paint(_ line: StyledLine) -> String {
        let text = line.map { usesColour ? coloured($0) : $0.text }.joined().replacing("\u{A0}", with: " ")
        return usesColour ? text : text.trimmedEnd()
    }

    private func coloured(_ piece: StyledText) -> String {
        let code =
            switch piece.style {
            case .plain: ""
            case .emphasis: "3"
            case .strong, .heading: "1"
            case .code, .builtIn: "36"
            case .keyword: "1"
            case .number: "35"
            case .dim: "2"
            case .good, .string: "32"
            case .bad: "31"
            }
        return code.isEmpty || piece.text.isEmpty ? piece.text : "\u{1B}[\(code)m\(piece.text)\u{1B}[0m"
    }
}
