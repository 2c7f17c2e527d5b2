internal import Typography

extension Spelling {
    /// `; did you mean 'loop'?`, or nothing.
    static func question(_ word: String, in words: some Sequence<String>) -> String {
        nearest(to: word, in: words).map { "; did you mean '\($0)'?" } ?? ""
    }
}
