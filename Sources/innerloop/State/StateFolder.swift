/// The folder in which the program keeps what outlives a session.
enum StateFolder {
    /// `$XDG_STATE_HOME/innerloop`, or `~/.local/state/innerloop`; nil where there is no home.
    static func path(environment: (String) -> String? = Environment.value) -> String? {
        if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/innerloop" }
        return environment("HOME").map { $0 + "/.local/state/innerloop" }
    }
}
