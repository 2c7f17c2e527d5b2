/// Makes ids from headings, no two alike.
struct Slugs {
    private var taken: Set<String> = []
    /// The number that the next heading of the same words is tried with: a file may repeat one heading without end.
    private var nextNumbers: [String: Int] = [:]

    /// Letters and digits in lower case, whatever is between them as one `-`; a number is added where it is taken.
    mutating func slug(of heading: String) -> String {
        let words = heading.lowercased().split { !($0.isLetter || $0.isNumber) }
        let slug = words.isEmpty ? "step" : words.joined(separator: "-")
        var id = slug
        var number = nextNumbers[slug] ?? 2
        while !taken.insert(id).inserted {
            id = "\(slug)-\(number)"
            number += 1
        }
        nextNumbers[slug] = number
        return id
    }
}
