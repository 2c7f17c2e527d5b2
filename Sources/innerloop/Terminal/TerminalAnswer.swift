import Plots

/// What a terminal said about itself.
struct TerminalAnswer: Equatable, Sendable {
    /// How it shows pictures; nil where it does not.
    var image: InlineImage?
    /// The pixels of a character, where it knows.
    var cell: Cell?
    /// What the reader had typed before or meanwhile, which came along with it.
    var typed: [UInt8] = []
    /// Whether the last of the answers has come.
    var isComplete = false

    struct Cell: Equatable, Sendable {
        var width: Int
        var height: Int
    }

    /// In this order: whether it takes pictures as kitty does (a query that shows nothing), its name and version
    /// (XTVERSION), the pixels of a character, and its attributes. These all terminals tell, and so they come last.
    static let question = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\" + "\u{1B}[>q" + "\u{1B}[16t" + "\u{1B}[c"

    init() {}

    /// Reads what came from a terminal that was asked.
    init(_ bytes: [UInt8]) {
        var isKitty = false
        var takesSixels = false
        var name = ""
        var rest = bytes[...]
        while let first = rest.first {
            guard let sequence = EscapeSequence(at: rest) else {
                typed.append(first)
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(sequence.length)
            switch sequence.kind {
            case .application where sequence.text.hasPrefix("Gi=31"): isKitty = sequence.text.hasSuffix(";OK")
            case .device where sequence.text.hasPrefix(">|"): name = String(sequence.text.dropFirst(2))
            case .control("t") where sequence.text.hasPrefix("6;"):
                let numbers = sequence.text.split(separator: ";").compactMap { Int($0) }
                if numbers.count == 3, numbers.allSatisfy({ (1...1000).contains($0) }) {
                    cell = Cell(width: numbers[2], height: numbers[1])
                }
            case .control("c") where sequence.text.hasPrefix("?"):
                takesSixels = sequence.text.dropFirst().split(separator: ";").contains("4")
                isComplete = true
            case .application, .device, .control: typed += sequence.bytes
            }
        }
        let takesInlineFiles = ["iTerm2", "WezTerm", "mintty"].contains { name.hasPrefix($0) }
        image = isKitty ? .kitty : takesInlineFiles ? .iterm : takesSixels ? .sixel : nil
    }
}

/// A whole escape sequence, of the kinds that terminals answer with.
private struct EscapeSequence {
    enum Kind: Equatable {
        /// `ESC [`, with its last character.
        case control(Character)
        /// `ESC P … ESC \`
        case device
        /// `ESC _ … ESC \`
        case application
    }

    let kind: Kind
    /// What stands between its beginning and its end.
    let text: String
    let bytes: ArraySlice<UInt8>

    var length: Int { bytes.count }

    /// nil where none begins here, or it does not end.
    init?(at rest: ArraySlice<UInt8>) {
        guard rest.first == 0x1B, let opener = rest.dropFirst().first else { return nil }
        let body = rest.dropFirst(2)
        switch opener {
        case UInt8(ascii: "["):
            guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
            kind = .control(Character(Unicode.Scalar(body[end])))
            text = String(decoding: body[..<end], as: UTF8.self)
            bytes = rest[...end]
        case UInt8(ascii: "P"), UInt8(ascii: "_"):
            // ESC within it is that of its end.
            guard let end = body.firstIndex(of: 0x1B),
                body.dropFirst(end - body.startIndex + 1).first == UInt8(ascii: "\\")
            else { return nil }
            kind = opener == UInt8(ascii: "P") ? .device : .application
            text = String(decoding: body[..<end], as: UTF8.self)
            bytes = rest[...(end + 1)]
        default: return nil
        }
    }
}
