/// A sentence as the catalogue's source declares it.
struct DeclaredSentence {
    let name: String
    let id: String
    /// Those that its template has.
    let places: Set<String>

    static func all() throws -> [DeclaredSentence] {
        let declaration = try Regex(#"static let (\w+) = Sentence\(\s*"([^"]+)",((?:(?!static let)[\s\S])*)"#)
        let place = try Regex(#"\{(\w+)(?:\|[^{}|]*\|[^{}|]*)?\}"#)
        return ProgramSources.files(under: "Sentences").flatMap { file in
            file.text.matches(of: declaration).compactMap { match in
                guard let name = match.output[1].substring, let id = match.output[2].substring,
                    let template = match.output[3].substring
                else { return nil }
                let places = template.matches(of: place).compactMap { $0.output[1].substring.map(String.init) }
                return DeclaredSentence(name: String(name), id: String(id), places: Set(places))
            }
        }
    }
}
