import Sentences

extension Command {
    static let set = Command(
        name: "set", parameters: "[setting value]", summary: "choose a setting; alone, list them with their values",
        arguments: { _ in settings.flatMap { setting in setting.values.completions.map { "\(setting.name) \($0)" } } },
        changesSession: true
    ) { repl, argument in
        let words = argument.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let name = words.first else {
            let wrapped = repl.presenter.wrapped
            repl.write(
                settings.flatMap { wrapped.lines("", state(of: $0, in: repl)) + wrapped.lines("  ", $0.summary) })
            return
        }
        guard let setting = Setting.all.first(where: { $0.name == name }) else {
            let nearest = Setting.suggestion(for: name).map { Sentence.didYouMean(name: $0) }
            repl.terminal.report(.settingUnknown(name: name, hint: nearest ?? .setListsSettings))
            return
        }
        if case .start = setting.place {
            repl.terminal.report(
                setting.option.map { .settingOfStartByOption(name: name, option: $0) } ?? .settingOfStart(name: name))
            return
        }
        guard words.count > 1 else {
            repl.write([state(of: setting, in: repl)])
            return
        }
        let value = words.dropFirst().joined(separator: " ")
        if let complaint = setting.complaint(about: value) {
            repl.terminal.report(complaint + "\n")
            return
        }
        switch setting.place {
        case .prompt(_, let choose): choose(repl, value)
        case .process(_, let choose): choose(value)
        case .start: break
        }
    }

    /// Those that can be chosen at the prompt.
    private static let settings = Setting.all.filter { if case .start = $0.place { false } else { true } }

    /// `precision is double (single or double)`.
    private static func state(of setting: Setting, in repl: Repl) -> String {
        let value =
            switch setting.place {
            case .prompt(let value, _): value(repl)
            case .process(let value, _): value()
            case .start: ""
            }
        return Sentence.settingIs(name: setting.name, value: value, values: setting.values).text
    }
}
