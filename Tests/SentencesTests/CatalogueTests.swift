import Sentences
import Testing

struct CatalogueTests {
    /// What may say a sentence.
    private static let speakers = ["innerloop", "Lessons"].flatMap(ProgramSources.files)

    /// The functions that say what they are given, and the failures that are said.
    private static let waysToSay: Set = [
        "report", "write", "page", "say", "usage", "Failure", "ValidationError", "message", "paragraph", "headed",
        "cut",
    ]
    /// Words that are no part of what is said, though they stand in its brackets: the name of a source.
    private static let unsaid = [":latex"]

    @Test func `the catalogue is found, with as many sentences as it declares`() throws {
        let declared = ProgramSources.files(under: "Sentences").reduce(0) { count, file in
            count + file.text.ranges(of: "static let ").count
        }
        let sentences = try DeclaredSentence.all()
        #expect(sentences.count == declared)
        #expect(sentences.contains { $0.id == Sentence.lessonLeft.id && $0.places == ["title"] })
    }

    @Test func `the ids of sentences are unique, and begin with their area`() throws {
        let ids = try DeclaredSentence.all().map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids { #expect(id.wholeMatch(of: /[a-z-]+\.[a-z-]+/) != nil, "\(id)") }
    }

    @Test func `every sentence is said somewhere, each of its places is filled there, and no other`() throws {
        let sentences = try DeclaredSentence.all()
        let names = Set(sentences.map(\.name))
        let uses = Dictionary(grouping: Self.speakers.flatMap { SentenceUse.all(of: names, in: $0) }, by: \.name)
        for sentence in sentences {
            let uses = uses[sentence.name] ?? []
            #expect(!uses.isEmpty, "\(sentence.name)")
            for use in uses {
                #expect(use.filled.sorted() == sentence.places.sorted(), "\(use.file): \(sentence.name)")
            }
        }
    }

    @Test func `no words stand where something is said`() {
        var count = 0
        let printers = ["innerloop", "Lessons/Terminal", "Lessons/Progress", "Lessons/Saving"]
        // The manual page is a page of the manual, set paragraph by paragraph.
        for file in printers.flatMap(ProgramSources.files) where file.name != "ManPage.swift" {
            for piece in file.text.split(separator: "(").dropLast() {
                let name = String(piece.reversed().prefix { $0.isLetter }.reversed())
                guard Self.waysToSay.contains(name) else { continue }
                count += 1
                var scanner = SwiftScanner(file.text[piece.endIndex...].dropFirst())
                _ = scanner.labels()
                let words = scanner.literals.filter { $0.contains(where: \.isLetter) && !Self.unsaid.contains($0) }
                #expect(words.isEmpty, "\(file.name) says these outside the catalogue")
            }
        }
        #expect(count > 100)
    }
}
