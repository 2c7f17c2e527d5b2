import Glibc
import Plots
import Typography

/// Shows what is longer than the screen a page at a time: by the program that the environment names.
struct Pager {
    let words: [String]

    /// `INNERLOOP_PAGER`, else `PAGER`; one that is set to nothing turns paging off. Where neither is set, `less`, if there
    /// is one: it keeps colours, and leaves the text on the screen.
    static func chosen(
        environment: (String) -> String? = Environment.value, isSet: (String) -> Bool = Environment.isSet
    ) -> Pager? {
        for name in ["INNERLOOP_PAGER", "PAGER"] where isSet(name) {
            let words = ChildProgram.words(environment(name) ?? "")
            return words.isEmpty ? nil : Pager(words: words)
        }
        guard ExecutableSearch.find("less", in: environment("PATH") ?? "") != nil else { return nil }
        return Pager(words: ["less", "-FRX"])
    }

    /// Whether a text takes more lines than the screen has, one of which the prompt needs.
    static func isNeeded(for text: String, in appearance: Appearance) -> Bool {
        // A text that is long enough needs no counting.
        if text.utf8.count < appearance.rows { return false }
        // A pager would show the bytes of a picture.
        if InlineImage.stands(in: text) { return false }
        var rows = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            rows += max(1, (DisplayWidth.of(unpainted(line)) + appearance.columns - 1) / appearance.columns)
            if rows > appearance.rows { return true }
        }
        return false
    }

    /// False where the program can't be started, so that the text must be shown otherwise.
    func show(_ text: String) -> Bool {
        do throws(ChildProgram.Failure) {
            // 127 is what a name stands for that is found, and yet can't be run.
            return try ChildProgram.run(words, input: text) != 127
        } catch {
            return false
        }
    }

    private static func unpainted(_ line: Substring) -> String {
        guard line.contains("\u{1B}") else { return String(line) }
        return line.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated().map { index, part in
            index == 0 ? String(part) : String(part.drop { $0 != "m" }.dropFirst())
        }.joined()
    }
}
