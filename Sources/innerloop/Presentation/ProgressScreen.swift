import Formulas
import Typography

/// Shows on standard error how far long work has come: on a terminal one line, drawn anew in its place and taken away at
/// the end; elsewhere a line now and then. A class, because it remembers what it has drawn.
final class ProgressScreen {
    /// Work that takes less is not spoken of.
    private static let patience = 1.0
    /// Seconds between two lines that stay.
    private static let pause = 10.0

    /// Columns for the `^C` that the terminal shows, and the last one: when that is written on, a terminal may go to the
    /// next line.
    private static let free = 3

    private let isTerminal: Bool
    private let appearance: () -> Appearance
    private let write: (String) -> Void
    private var losses = Sparkline()
    /// The columns that are drawn on.
    private var drawn = 0
    private var nextLine = pause

    /// - Parameters:
    ///   - isTerminal: whether what is drawn can be drawn over.
    ///   - write: writes at once.
    init(isTerminal: Bool, appearance: @escaping () -> Appearance, write: @escaping (String) -> Void) {
        self.isTerminal = isTerminal
        self.appearance = appearance
        self.write = write
    }

    /// What a session tells of its progress to.
    func watch() -> ProgressWatch {
        ProgressWatch(listener: { self.show($0) }, ended: { self.end() })
    }

    func show(_ progress: Progress) {
        if let loss = progress.loss { losses.append(loss.value) }
        if !isTerminal {
            guard progress.seconds >= nextLine else { return }
            nextLine = progress.seconds + Self.pause
            write(ProgressLine.sentence(of: progress) + "\n")
        } else if progress.seconds >= Self.patience {
            let appearance = appearance()
            let line = ProgressLine(columns: appearance.columns - Self.free, unicode: appearance.unicode)
            let text = line.text(of: progress, losses: losses)
            write("\r" + text.padded(to: drawn))
            drawn = DisplayWidth.of(text)
        }
    }

    /// Takes away what is drawn.
    func end() {
        losses = Sparkline()
        nextLine = Self.pause
        guard drawn > 0 else { return }
        write("\r" + String(repeating: " ", count: drawn + Self.free - 1) + "\r")
        drawn = 0
    }
}
