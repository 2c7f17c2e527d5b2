import Glibc
import Typography

/// What a stream can show: colour, characters beyond ASCII, and how many of them on a line.
struct Appearance: Equatable, Sendable {
    var color = false
    var unicode = true
    var columns = 80
    var rows = 24
    /// Whether nothing is drawn over or coloured, and figures are described in words (`--plain`).
    var isPlain = false

    var lettering: Lettering { unicode ? .unicode : .ascii }

    /// What `--color` says.
    enum ColorChoice: String, CaseIterable, Sendable {
        case auto, always, never
    }

    /// The appearance of an open descriptor: a choice made on the command line comes first, then `NO_COLOR`, then whether it is a
    /// terminal that knows colour.
    static func of(
        descriptor: Int32, color choice: ColorChoice, isPlain: Bool = false,
        environment: (String) -> String? = Environment.value
    ) -> Appearance {
        let isTerminal = isatty(descriptor) == 1
        let (columns, rows) = size(of: descriptor, environment: environment)
        return Appearance(
            color: !isPlain && color(choice, isTerminal: isTerminal, environment: environment),
            unicode: Locale.isUnicode(environment), columns: columns, rows: rows, isPlain: isPlain)
    }

    static func color(_ choice: ColorChoice, isTerminal: Bool, environment: (String) -> String?) -> Bool {
        switch choice {
        case .always: true
        case .never: false
        case .auto: environment("NO_COLOR") == nil && isTerminal && environment("TERM") != "dumb"
        }
    }

    /// In columns and rows: the terminal's own, else what `COLUMNS` and `LINES` say, else 80 and 24.
    private static func size(of descriptor: Int32, environment: (String) -> String?) -> (Int, Int) {
        var window = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 {
            return (max(20, Int(window.ws_col)), Int(window.ws_row))
        }
        let columns = environment("COLUMNS").flatMap { Int($0) } ?? 80
        let rows = environment("LINES").flatMap { Int($0) } ?? 24
        return (min(max(20, columns), 10_000), min(max(2, rows), 10_000))
    }

    /// Text in a colour, where there is colour.
    func paint(_ text: String, _ ink: Ink) -> String {
        color && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// The few inks used, as SGR parameters. Meaning is never carried by them alone.
enum Ink: String, Sendable {
    case strong = "1"
    case faint = "2"
    case good = "32"
    case bad = "31"
    case accent = "36"
}
