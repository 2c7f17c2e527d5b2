/// A picture for TeX, as gnuplot gives it, with what makes it of use.
struct TexPicture {
    let bytes: [UInt8]

    private static let head = """
        % A figure for LaTeX: \\usepackage{gnuplot-lua-tikz} before the text, and \\input this file in it.
        % gnuplot writes that package beside your text: gnuplot -e "set terminal tikz createstyle"

        """

    /// - Parameter drawn: what gnuplot's terminal `tikz` wrote.
    init(_ drawn: [UInt8]) {
        let lines = drawn.split(separator: 0x0A, omittingEmptySubsequences: false)
        bytes = Array(TexPicture.head.utf8) + lines.filter { !TexPicture.isNowhere($0) }.joined(separator: [0x0A])
    }

    /// Whether a line is a label where gnuplot found no room for it, which stands at the least whole number: TeX stops at
    /// a dimension as large.
    private static func isNowhere(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: "\\node".utf8), let place = line.firstIndex(of: UInt8(ascii: "(")) else { return false }
        return line[place...].prefix { $0 != UInt8(ascii: ")") }.split { "(,".utf8.contains($0) }
            .contains { $0.starts(with: "-2147".utf8) && $0.count > 8 }
    }
}
