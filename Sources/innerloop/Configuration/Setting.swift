import Formulas
import Kernels
import Sentences
import Typography

/// Something that the reader can choose: by `:set`, in the configuration file, or by an option.
struct Setting: Sendable {
    /// Where a choice is kept.
    enum Place: Sendable {
        /// At the prompt.
        case prompt(value: @Sendable (Repl) -> String, choose: @Sendable (Repl, String) -> Void)
        /// In the process, which scripts have too.
        case process(value: @Sendable () -> String, choose: @Sendable (String) -> Void)
        /// In what the program starts with; later it is too late.
        case start(choose: @Sendable (inout StartChoices, String) -> Void)
    }

    let name: String
    let summary: String
    let values: Values
    let place: Place
    /// The option of the command line, where there is one for it.
    var option: String?

    enum Values: Sendable {
        case words([String])
        case numbers(ClosedRange<Int>)
        case memory
    }

    static let all = [
        Setting(
            name: "precision", summary: "what statements hold numbers in; claims compute in double in any case",
            values: .words(Precision.allCases.map(\.rawValue)),
            place: .prompt(
                value: { $0.session.precision.rawValue },
                choose: { repl, value in
                    repl.session.precision = Precision(rawValue: value) ?? repl.session.precision
                }), option: "--precision"),
        Setting(
            name: "trap-nan", summary: "whether a NaN that comes up is an error", values: .words(["on", "off"]),
            place: .prompt(
                value: { $0.session.trapsNaN ? "on" : "off" },
                choose: { repl, value in repl.session.trapsNaN = value == "on" })),
        Setting(
            name: "digits", summary: "significant digits of the numbers shown", values: .numbers(1...17),
            place: .prompt(
                value: { "\($0.digits)" }, choose: { repl, value in repl.digits = Int(value) ?? repl.digits })),
        Setting(
            name: "plot", summary: "where figures are shown; auto takes the best that terminal and display have",
            values: .words(FigurePlace.allCases.map(\.rawValue)),
            place: .prompt(
                value: { $0.figures.place.rawValue },
                choose: { repl, value in repl.figures.place = FigurePlace(rawValue: value) ?? repl.figures.place })),
        Setting(
            name: "threads", summary: "threads that share large computations; they change no result",
            values: .numbers(1...Workers.mostThreads),
            place: .process(
                value: { "\(Workers.threadCount)" },
                choose: { Workers.threadCount = Int($0) ?? Workers.threadCount })),
        Setting(
            name: "memory", summary: "the most memory that a computation may make the program take", values: .memory,
            place: .process(
                value: { MemoryLimit.bytes.map { ByteCount(bytes: $0).text } ?? Values.noLimit },
                choose: { MemoryLimit.bytes = ByteCount(argument: $0)?.bytes }), option: "--memory"),
        Setting(
            name: "color", summary: "whether the screen has colour",
            values: .words(Appearance.ColorChoice.allCases.map(\.rawValue)),
            place: .start { $0.color = Appearance.ColorChoice(rawValue: $1) }, option: "--color"),
        Setting(
            name: "history", summary: "whether entries are kept for later sessions", values: .words(["on", "off"]),
            place: .start { $0.keepsHistory = $1 == "on" }, option: "--no-history"),
        Setting(
            name: "plain", summary: "whether nothing is drawn over, and figures are described in words",
            values: .words(["on", "off"]), place: .start { $0.isPlain = $1 == "on" }, option: "--plain"),
    ]

    /// The nearest name to one that there is not.
    static func suggestion(for name: String) -> String? { Spelling.nearest(to: name, in: all.map(\.name)) }

    /// What is wrong with a value; nil where nothing is.
    func complaint(about value: String) -> String? {
        values.contain(value) ? nil : Sentence.settingRefuses(name: name, value: value, values: values).text
    }
}

extension Setting.Values: CustomStringConvertible {
    /// How no limit is written.
    static let noLimit = "unlimited"

    func contain(_ value: String) -> Bool {
        switch self {
        case .words(let words): words.contains(value)
        case .numbers(let range): Int(value).map { range.contains($0) && String($0) == value } ?? false
        case .memory: value == Self.noLimit || ByteCount(argument: value) != nil
        }
    }

    /// The values that can be completed.
    var completions: [String] {
        switch self {
        case .words(let words): words
        case .numbers(let range): range.map(String.init)
        case .memory: [Self.noLimit]
        }
    }

    /// `single or double`, `1 to 17`.
    var description: String {
        switch self {
        case .words(let words):
            Sentence.listOr(one: words.dropLast().joined(separator: ", "), other: words.last ?? "").text
        case .numbers(let range): Sentence.settingRange(least: range.lowerBound, most: range.upperBound).text
        case .memory: Sentence.settingBytes(unlimited: Self.noLimit).text
        }
    }
}
