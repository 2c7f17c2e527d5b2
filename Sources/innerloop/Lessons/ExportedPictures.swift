import Figures
import Files
import Lessons

/// Pictures for an exported lesson: SVG files beside it where gnuplot is there to draw them, else characters.
///
/// A class, because it numbers them.
final class ExportedPictures {
    private let figures: FigureScreen
    /// The text's path; nil where it goes to no file, and nothing can stand beside it.
    private let path: String?
    private(set) var files: [String] = []

    init(_ figures: FigureScreen, beside path: String?) {
        self.figures = figures
        self.path = path
    }

    func picture(of figure: Figure) -> MarkdownExporter.Picture {
        if let path, figures.hasGnuplot {
            let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
            let file = "\(stem)-\(files.count + 1).svg"
            if (try? figures.save(figure, to: file)) != nil {
                files.append(file)
                return .file(file.split(separator: "/").last.map(String.init) ?? file)
            }
        }
        let appearance = Appearance(columns: LessonChecker.outputWidth)
        return .text(figures.text(of: figure, in: appearance))
    }
}
