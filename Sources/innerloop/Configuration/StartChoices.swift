/// What is chosen before the program has a prompt.
struct StartChoices: Equatable, Sendable {
    var color: Appearance.ColorChoice?
    var keepsHistory = true
    /// Whether nothing is drawn over, and figures are described in words.
    var isPlain = false

    /// The colour that holds: the option's, then `NO_COLOR`, then the configuration's.
    func color(
        option: Appearance.ColorChoice?, environment: (String) -> String? = Environment.value
    ) -> Appearance.ColorChoice {
        if let option { return option }
        return environment("NO_COLOR") == nil ? color ?? .auto : .auto
    }

    /// Whether the screen is plain: as the option says, then `INNERLOOP_PLAIN`, then the configuration.
    func isPlain(option: Bool, environment: (String) -> String? = Environment.value) -> Bool {
        option || environment("INNERLOOP_PLAIN").map { $0 != "0" } ?? isPlain
    }

    func appearance(of descriptor: Int32) -> Appearance {
        .of(descriptor: descriptor, color: color ?? .auto, isPlain: isPlain)
    }
}
