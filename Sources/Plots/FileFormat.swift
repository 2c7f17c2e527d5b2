/// The formats a figure can be saved in, by file name extension.
enum FileFormat: String, CaseIterable {
    case png, svg, pdf, tex, gp, txt

    /// The format of a path.
    init(path: String) throws(PlotError) {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let found = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
        guard let format = FileFormat(rawValue: found.lowercased()) else {
            throw .unknownExtension(found, known: FileFormat.allCases.map(\.rawValue))
        }
        self = format
    }

    /// The command that selects the best of gnuplot's terminals for the format, or nil where it has none.
    /// Fonts are named by family with a fallback; sizes make the three look alike.
    func terminal(among terminals: Set<String>, canvas: Canvas) -> String? {
        let size = "\(Int(canvas.width)),\(Int(canvas.height))"
        return switch self {
        case .png:
            if terminals.contains("pngcairo") {
                "pngcairo noenhanced size \(size) font 'Sans,16' linewidth 2.5 rounded background '#ffffff'"
            } else if terminals.contains("png") {
                "png noenhanced truecolor size \(size) large linewidth 2 rounded background '#ffffff'"
            } else {
                nil
            }
        case .svg:
            terminals.contains("svg")
                ? "svg noenhanced size \(size) font 'Sans,20' linewidth 2.5 rounded background '#ffffff'" : nil
        case .pdf:
            terminals.contains("pdfcairo")
                ? "pdfcairo noenhanced size \(canvas.width / 200)in,\(canvas.height / 200)in font 'Sans,9' linewidth 1.5 rounded background '#ffffff'"
                : nil
        case .tex:
            // In a text 13 cm wide; pictures in it, and not in files beside it.
            terminals.contains("tikz")
                ? "tikz latex color size \(canvas.width / 92)cm,\(canvas.height / 92)cm noexternalimages" : nil
        case .gp, .txt: nil
        }
    }
}
