/// The version that `--version` and the banner give.
enum Version {
    static let number = "0.1.0"
    /// The day it was finished, as `CHANGELOG.md` has it.
    static let date = "2026-11-21"
}
