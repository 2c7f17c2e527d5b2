import Formulas
import Typography

/// Something about a session that its reader can choose.
private struct Setting: Sendable {
    let name: String
    let summary: String
    let values: [String]
    let value: @Sendable (Session) -> String
    /// Chooses one of the values.
    let choose: @Sendable (Session, String) -> Void

    static let all = [
        Setting(
            name: "precision", summary: "what statements hold numbers in; claims compute in double in any case",
            values: Precision.allCases.map(\.rawValue), value: { $0.precision.rawValue },
            choose: { session, value in session.precision = Precision(rawValue: value) ?? session.precision })
    ]
}

extension Command {
    static let set = Command(
        name: "set", parameters: "[setting value]", summary: "choose a setting; alone, list them with their values",
        arguments: { _ in Setting.all.flatMap { setting in setting.values.map { "\(setting.name) \($0)" } } }
    ) { repl, argument in
        let words = argument.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let name = words.first else {
            repl.write(Setting.all.flatMap { [state(of: $0, in: repl.session), "  " + $0.summary] })
            return
        }
        guard let setting = Setting.all.first(where: { $0.name == name }) else {
            let nearest = Spelling.nearest(to: name, in: Setting.all.map(\.name)).map { "did you mean '\($0)'?" }
            repl.terminal.report("no setting '\(name)'; \(nearest ?? "':set' lists the settings")\n")
            return
        }
        guard words.count > 1 else {
            repl.write([state(of: setting, in: repl.session)])
            return
        }
        let value = words.dropFirst().joined(separator: " ")
        guard setting.values.contains(value) else {
            repl.terminal.report("\(setting.name) can't be '\(value)'; it is \(choices(setting))\n")
            return
        }
        setting.choose(repl.session, value)
    }

    /// `precision is double (single or double)`.
    private static func state(of setting: Setting, in session: Session) -> String {
        "\(setting.name) is \(setting.value(session)) (\(choices(setting)))"
    }

    /// `single or double`.
    private static func choices(_ setting: Setting) -> String { setting.values.joined(separator: " or ") }
}
