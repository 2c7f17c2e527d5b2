/// What is said of settings, and of the file that holds them.
extension Sentence {
    package static let settingIs = Sentence("setting.is", "{name} is {value} ({values})")
    package static let settingUnknown = Sentence("setting.unknown", "no setting '{name}'; {hint}")
    package static let setListsSettings = Sentence("setting.listed", "':set' lists the settings")
    package static let settingOfStart = Sentence(
        "setting.of-start", "{name} is chosen before the prompt begins, in the configuration file")
    package static let settingOfStartByOption = Sentence(
        "setting.of-start-option",
        "{name} is chosen before the prompt begins, by {option} or in the configuration file")
    package static let settingRefuses = Sentence("setting.refuses", "{name} can't be '{value}'; it is {values}")
    package static let settingRange = Sentence("setting.range", "{least} to {most}")
    package static let settingBytes = Sentence("setting.bytes", "a number of bytes like 500M or 4G, or {unlimited}")

    package static let configurationNotText = Sentence("configuration.not-text", "{path}: the file is not UTF-8")
    package static let configurationUnreadable = Sentence(
        "configuration.unreadable", "{path} can't be read: {reason}")
    package static let configurationWithoutFormat = Sentence(
        "configuration.no-format", "a configuration begins with its format")
    package static let configurationFormatWanted = Sentence(
        "configuration.format-wanted", "write `format: 1` before it")
    package static let configurationNewer = Sentence(
        "configuration.newer",
        "this configuration is of format {format}, newer than the {known} that this version reads; it is left as it is")
    package static let configurationLineWrong = Sentence(
        "configuration.line", "found `{line}`, wanted `name = value`")
    package static let configurationLineExample = Sentence("configuration.example", "as in `digits = 10`")
    package static let configurationUnknown = Sentence("configuration.unknown", "no setting `{name}`")
    package static let configurationNear = Sentence("configuration.near", "did you mean `{name}`?")
    package static let configurationKnown = Sentence("configuration.known", "there are: {names}")
}
