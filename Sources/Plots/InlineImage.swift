internal import FoundationEssentials

/// How a terminal is handed a picture among its lines of text.
public enum InlineImage: String, CaseIterable, Sendable {
    /// The graphics protocol of kitty (sw.kovidgoyal.net/kitty/graphics-protocol), of Ghostty and Konsole too.
    case kitty
    /// iTerm2's inline images (iterm2.com/documentation-images.html), of WezTerm and mintty too.
    case iterm
    /// DEC's six rows of pixels to a character.
    case sixel

    /// What is written to the terminal, whose cursor is below the picture afterwards.
    ///
    /// - Parameters:
    ///   - picture: a PNG file's bytes, for sixels those of gnuplot's terminal.
    ///   - columns: how wide the picture stands, in characters; sixels are as wide as they were drawn.
    public func escape(_ picture: [UInt8], columns: Int) -> String {
        switch self {
        case .kitty: InlineImage.kitty(Data(picture).base64EncodedString(), columns: columns)
        case .iterm:
            "\u{1B}]1337;File=inline=1;size=\(picture.count);width=\(columns);preserveAspectRatio=1:"
                + Data(picture).base64EncodedString() + "\u{07}\n"
        case .sixel: String(decoding: picture, as: UTF8.self) + "\n"
        }
    }

    /// Whether a text has a picture in it.
    public static func stands(in text: String) -> Bool {
        let text = text.utf8
        let openers = [UInt8(ascii: "_"), UInt8(ascii: "]"), UInt8(ascii: "P")]
        return zip(text, text.dropFirst()).contains { $0 == 0x1B && openers.contains($1) }
    }

    /// A command carries 4096 characters of a picture at most. `q=2`: the terminal is not to answer, for nobody reads it.
    private static func kitty(_ encoded: String, columns: Int) -> String {
        let most = 4096
        var rest = encoded.utf8[...]
        var text = ""
        while !rest.isEmpty {
            let settings = text.isEmpty ? "a=T,f=100,q=2,c=\(columns)," : ""
            let chunk = rest.prefix(most)
            rest = rest.dropFirst(most)
            text += "\u{1B}_G\(settings)m=\(rest.isEmpty ? 0 : 1);\(String(decoding: chunk, as: UTF8.self))\u{1B}\\"
        }
        return text + "\n"
    }
}
