internal import CCommonMark
internal import Synchronization

/// The tree that cmark-gfm makes of a text; it owns the tree, and frees it at its end.
struct MarkdownDocument: ~Copyable {
    private let pointer: OpaquePointer

    /// cmark-gfm keeps what its extensions register, and which characters are special to them, in globals that parsing
    /// writes: one text at a time.
    private static let turn = Mutex(false)

    /// Parses CommonMark with the tables and the strikethrough of GitHub's dialect; nil if there is no memory for it.
    init?(parsing text: String) {
        let tree: OpaquePointer? = Self.turn.withLock { isRegistered in
            if !isRegistered {
                cmark_gfm_core_extensions_ensure_registered()
                isRegistered = true
            }
            guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
            defer { cmark_parser_free(parser) }
            for name in ["table", "strikethrough"] {
                if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
            }
            var text = text
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    if let start = characters.baseAddress { cmark_parser_feed(parser, start, characters.count) }
                }
            }
            return cmark_parser_finish(parser)
        }
        guard let tree else { return nil }
        pointer = tree
    }

    /// Hands out the root of the tree, which lives at least as long as the call.
    func withRoot<Result, Failure: Error>(_ body: (MarkdownNode) throws(Failure) -> Result) throws(Failure) -> Result {
        try body(MarkdownNode(pointer: pointer))
    }

    deinit { cmark_node_free(pointer) }
}

/// A node of a document's tree: valid within the document's `withRoot`.
struct MarkdownNode {
    fileprivate let pointer: OpaquePointer

    /// What cmark-gfm calls it: `paragraph`, `code_block`, `table_row`, …
    var type: String { String(cString: cmark_node_get_type_string(pointer)) }
    /// Its text: of a text, a code span, a code block.
    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    var firstLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var lastLine: Int { Int(cmark_node_get_end_line(pointer)) }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var address: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

    /// The first number of a numbered list; nil for any other.
    var listStart: Int? {
        cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
    }

    /// Whether a code block stands between fences (it may also be indented).
    var isFenced: Bool {
        var length: Int32 = 0
        var offset: Int32 = 0
        var character: CChar = 0
        return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
    }

    /// How each column of a table is aligned, as the letters `l`, `c`, `r`; `\0` where nothing is said.
    var columnAlignments: [UInt8] {
        let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
        guard count > 0, let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return (0..<count).map { letters[$0] }
    }

    var children: [MarkdownNode] {
        var found: [MarkdownNode] = []
        var next = cmark_node_first_child(pointer)
        while let child = next {
            found.append(MarkdownNode(pointer: child))
            next = cmark_node_next(child)
        }
        return found
    }
}
