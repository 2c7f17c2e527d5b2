internal import Formulas

/// A block of a session as it will stand in a lesson file.
struct SavedBlock {
    let kind: CodeBlock.Kind
    let code: String
    /// `setup`, `hidden`; empty for neither.
    var flag = ""
    var expectedError: String?
    var caption: String?
    var replay = Replay()
    /// What it printed.
    var output = ""

    /// The block and its output, as Markdown.
    var markdown: String {
        var info = kind.rawValue + (flag.isEmpty ? "" : " " + flag)
        if let expectedError { info += " expect-error=\"\(expectedError)\"" }
        var text = Self.fenced(code, info + replay.attributes)
        if let caption { text += "\n*\(Self.escaped(caption))*\n" }
        // A zero byte can't stand in a lesson.
        if output.contains(where: { !$0.isWhitespace }), !output.utf8.contains(0) {
            text += "\n" + Self.fenced(output, "output")
        }
        return text
    }

    /// Text between fences that are longer than any in it.
    static func fenced(_ text: String, _ info: String) -> String {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)\(info)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
    }

    /// Plain text as Markdown that reads as it.
    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "\\`*_[]<>&$~|#".contains(character) { result += "\\" }
            result.append(character)
        }
    }
}
