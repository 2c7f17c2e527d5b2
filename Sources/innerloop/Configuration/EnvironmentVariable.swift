/// A variable of the environment that the program heeds.
struct EnvironmentVariable: Sendable {
    let name: String
    /// What it does; begins a sentence, and has no full stop.
    let meaning: String

    private init(_ name: String, _ meaning: String) {
        self.name = name
        self.meaning = meaning
    }

    /// All of them: the manual page and `:help environment` are made of these.
    static let all = [
        EnvironmentVariable(
            "INNERLOOP_HOME",
            "The folder that holds the folders `lessons` and `datasets`, in place of the one that was installed"),
        EnvironmentVariable(
            "INNERLOOP_HISTORY", "The file that entries are kept in for later sessions; set to nothing, none are kept"),
        EnvironmentVariable(
            "INNERLOOP_PROGRESS",
            "The file that says which steps of which lessons are done; set to nothing, it is kept nowhere"),
        EnvironmentVariable(
            "INNERLOOP_PLAIN", "Set to anything but 0, nothing is drawn over, and figures are described in words"),
        EnvironmentVariable(
            "INNERLOOP_PAGER", "The program that shows what is longer than the screen; set to nothing, none does"),
        EnvironmentVariable("PAGER", "The same, where `INNERLOOP_PAGER` is not set; without either, `less`"),
        EnvironmentVariable("VISUAL", "The editor that `:edit` opens; without it, `EDITOR`, else `vi`"),
        EnvironmentVariable("EDITOR", "The editor that `:edit` opens, where `VISUAL` is not set"),
        EnvironmentVariable("TMPDIR", "The folder of the file that is edited; without it, `/tmp`"),
        EnvironmentVariable(
            "XDG_CONFIG_HOME", "The folder of the configuration, `innerloop/config`; without it, `~/.config`"),
        EnvironmentVariable(
            "XDG_STATE_HOME",
            "The folder of what is kept of sessions, `innerloop`: history, progress, journals; without it, `~/.local/state`"
        ),
        EnvironmentVariable(
            "XDG_DATA_HOME", "The folder of your own libraries, `innerloop/library`; without it, `~/.local/share`"),
        EnvironmentVariable("HOME", "Where those three are looked for in its place"),
        EnvironmentVariable("NO_COLOR", "Set to anything, there is no colour, unless `--color` asks for it"),
        EnvironmentVariable("TERM", "The kind of terminal; `dumb` has no colour"),
        EnvironmentVariable("COLUMNS", "The width of the output where it is no terminal; without it, 80"),
        EnvironmentVariable("LINES", "The height of the output where it is no terminal; without it, 24"),
        EnvironmentVariable(
            "LC_ALL",
            "The character set, before `LC_CTYPE` and `LANG`: where it is not UTF-8, the screen is written in ASCII"),
        EnvironmentVariable(
            "LC_MESSAGES", "The language of lessons, where they are translated; before `LANG`, after `LC_ALL`"),
        EnvironmentVariable("LC_CTYPE", "The character set, where `LC_ALL` is not set"),
        EnvironmentVariable("LANG", "The character set, where neither of those is set"),
        EnvironmentVariable("PATH", "Where gnuplot is looked for, which draws the figures"),
        EnvironmentVariable("INPUTRC", "The file of readline's key bindings; without it, `~/.inputrc`"),
    ]
}
