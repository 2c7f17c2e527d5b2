import Formulas
import Kernels
import Typography

/// Something that the reader can choose.
private struct Setting: Sendable {
    let name: String
    let summary: String
    let values: [String]
    let value: @Sendable (Repl) -> String
    /// Chooses one of the values.
    let choose: @Sendable (Repl, String) -> Void

    static let all = [
        Setting(
            name: "precision", summary: "what statements hold numbers in; claims compute in double in any case",
            values: Precision.allCases.map(\.rawValue), value: { $0.session.precision.rawValue },
            choose: { repl, value in
                repl.session.precision = Precision(rawValue: value) ?? repl.session.precision
            }),
        Setting(
            name: "trap-nan", summary: "whether a NaN that comes up is an error", values: ["on", "off"],
            value: { $0.session.trapsNaN ? "on" : "off" },
            choose: { repl, value in repl.session.trapsNaN = value == "on" }),
        Setting(
            name: "digits", summary: "significant digits of the numbers shown", values: (1...17).map(String.init),
            value: { "\($0.digits)" }, choose: { repl, value in repl.digits = Int(value) ?? repl.digits }),
        Setting(
            name: "threads", summary: "threads that share large computations; they change no result",
            values: (1...Workers.mostThreads).map(String.init), value: { _ in "\(Workers.threadCount)" },
            choose: { _, value in Workers.threadCount = Int(value) ?? Workers.threadCount }),
    ]
}

extension Command {
    static let set = Command(
        name: "set", parameters: "[setting value]", summary: "choose a setting; alone, list them with their values",
        arguments: { _ in Setting.all.flatMap { setting in setting.values.map { "\(setting.name) \($0)" } } }
    ) { repl, argument in
        let words = argument.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let name = words.first else {
            repl.write(Setting.all.flatMap { [state(of: $0, in: repl), "  " + $0.summary] })
            return
        }
        guard let setting = Setting.all.first(where: { $0.name == name }) else {
            let nearest = Spelling.nearest(to: name, in: Setting.all.map(\.name)).map { "did you mean '\($0)'?" }
            repl.terminal.report("no setting '\(name)'; \(nearest ?? "':set' lists the settings")\n")
            return
        }
        guard words.count > 1 else {
            repl.write([state(of: setting, in: repl)])
            return
        }
        let value = words.dropFirst().joined(separator: " ")
        guard setting.values.contains(value) else {
            repl.terminal.report("\(setting.name) can't be '\(value)'; it is \(choices(setting))\n")
            return
        }
        setting.choose(repl, value)
    }

    /// `precision is double (single or double)`.
    private static func state(of setting: Setting, in repl: Repl) -> String {
        "\(setting.name) is \(setting.value(repl)) (\(choices(setting)))"
    }

    /// `single or double`, `1 to 17`.
    private static func choices(_ setting: Setting) -> String {
        guard setting.values.count > 3, let first = setting.values.first, let last = setting.values.last else {
            return setting.values.joined(separator: " or ")
        }
        return "\(first) to \(last)"
    }
}
