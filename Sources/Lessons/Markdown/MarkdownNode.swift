/// A block of Markdown prose.
///
/// The reader bounds the depth of a tree (`MarkdownTreeReader.maximumDepth`), so what walks one may recurse.
public indirect enum MarkdownBlock: Hashable, Sendable {
    case heading(level: Int, [MarkdownInline])
    case paragraph([MarkdownInline])
    /// `$$…$$` in a paragraph of its own, as TeX.
    case displayMath(String)
    /// A list; `start` is the first number of a numbered one.
    case list(start: Int?, isTight: Bool, items: [[MarkdownBlock]])
    case quote([MarkdownBlock])
    /// Code that is only shown.
    case code(String)
    case table(alignments: [ColumnAlignment], rows: [[[MarkdownInline]]])
    case rule

    /// Where the text of a table's column stands.
    public enum ColumnAlignment: Hashable, Sendable {
        case left
        case centre
        case right
    }
}

/// A piece of running text.
public indirect enum MarkdownInline: Hashable, Sendable {
    case text(String)
    case emphasis([MarkdownInline])
    case strong([MarkdownInline])
    case strikethrough([MarkdownInline])
    case code(String)
    /// `$…$`, as TeX; also a `$$…$$` that does not stand in a paragraph.
    case math(String, isDisplay: Bool = false)
    case link([MarkdownInline], address: String)
    case lineBreak
}

extension [MarkdownInline] {
    /// The text without its marks; mathematics in Unicode.
    public var plainText: String {
        map { inline in
            switch inline {
            case .text(let text), .code(let text): text
            case .math(let tex, _): TeXToUnicode.render(tex)
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(let inner, _):
                inner.plainText
            case .lineBreak: " "
            }
        }.joined()
    }
}
