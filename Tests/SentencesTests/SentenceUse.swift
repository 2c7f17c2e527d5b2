/// Where a name stands behind a dot, as a sentence does where it is said.
struct SentenceUse {
    let name: String
    let file: String
    /// The labels of the call that it is; none where it is none.
    let filled: [String]

    static func all(of names: Set<String>, in file: ProgramSources.File) -> [SentenceUse] {
        file.text.split(separator: ".").dropFirst().compactMap { piece in
            let name = piece.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            guard names.contains(String(name)) else { return nil }
            let rest = file.text[name.endIndex...]
            var scanner = SwiftScanner(rest.first == "(" ? rest.dropFirst() : "")
            return SentenceUse(name: String(name), file: file.name, filled: scanner.labels())
        }
    }
}
