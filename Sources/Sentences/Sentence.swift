/// What the program says to its reader, kept under an id so that it can be found, and said in another language.
///
/// The catalogue is this folder: a file for each area, in which each sentence is a constant with its id and its English
/// template. In a template `{name}` is a place, which a call fills: `.lessonLeft(title: "MAML")`. A place with two forms,
/// as in `{count} {count|lesson|lessons}`, takes the first where it is filled with 1, and the second elsewhere.
///
/// Not here is what one place keeps together: the help of the command line, which the parser takes from its options; what
/// the tables of commands, settings and variables say of each, under its name (of a command, its summary and the argument it
/// wants); the pages of the manual; diagnostics of formulas and of lesson files, which stand where they are made, with their
/// spans; the text of lessons.
@dynamicCallable
package struct Sentence: Sendable {
    /// Its area and what it says there: `lesson.left`.
    package let id: String
    /// What it says in English.
    package let template: String
    private var filling: [String: String] = [:]

    package init(_ id: String, _ template: String) {
        self.id = id
        self.template = template
    }

    /// The sentence with places filled in, each given by its name.
    package func dynamicallyCall(
        withKeywordArguments places: KeyValuePairs<String, any CustomStringConvertible>
    ) -> Sentence {
        var filled = self
        for (name, value) in places { filled.filling[name] = value.description }
        return filled
    }
}

extension Sentence: CustomStringConvertible {
    /// What is shown. A place that was not filled stays as it is written. What fills a place is never read as a template: it
    /// may be the reader's own text.
    package var text: String {
        var text = ""
        var rest = template[...]
        while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
            text += rest[..<start]
            let forms = rest[rest.index(after: start)..<end].split(separator: "|", omittingEmptySubsequences: false)
            let value = forms.first.flatMap { filling[String($0)] }
            switch (value, forms.count) {
            case (let value?, 1): text += value
            case (let value?, 3): text += value == "1" ? forms[1] : forms[2]
            default: text += rest[start...end]
            }
            rest = rest[rest.index(after: end)...]
        }
        return text + rest
    }

    package var description: String { text }
}
