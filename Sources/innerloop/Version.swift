/// The version that `--version` and the banner give.
enum Version {
    static let number = "0.1.0"
}
