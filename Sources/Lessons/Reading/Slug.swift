/// Makes an id from a heading.
enum Slug {
    /// Letters and digits in lower case, whatever is between them as one `-`; a number is added where it is taken.
    static func unique(_ heading: String, among taken: [String]) -> String {
        let words = heading.lowercased().split { !($0.isLetter || $0.isNumber) }
        let slug = words.isEmpty ? "step" : words.joined(separator: "-")
        guard taken.contains(slug) else { return slug }
        var number = 2
        while taken.contains("\(slug)-\(number)") { number += 1 }
        return "\(slug)-\(number)"
    }
}
