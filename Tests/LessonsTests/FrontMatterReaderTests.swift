import Formulas
import Testing

@testable import Lessons

@Suite struct FrontMatterReaderTests {
    private func read(_ yaml: String) -> LessonReading {
        LessonReader.read(bytes: Array("---\n\(yaml)\n---\n## A\n".utf8), name: "f.md")
    }

    @Test func `every key is read`() throws {
        let yaml = """
            format: 1
            id: maml
            title: "MAML: the chain rule"
            requires: [tasks, inner-loop]
            minutes: 12
            seed: 7
            time-limit: 2.5
            sources:
              - "Finn 2017, 2.2"
            lang: de
            """
        let matter = try #require(read(yaml).lesson).frontMatter
        #expect(matter.id == "maml" && matter.title == "MAML: the chain rule" && matter.language == "de")
        #expect(matter.requires.map(\.id) == ["tasks", "inner-loop"])
        #expect(matter.requires.map(\.span.start) == [Position(line: 5, column: 12), Position(line: 5, column: 19)])
        #expect(matter.minutes == 12 && matter.seed == 7 && matter.timeLimit == 2.5)
        #expect(matter.sources == ["Finn 2017, 2.2"])
    }

    @Test(arguments: [
        ("format: 1\nid: a\ntitle: A\nminuts: 3", "f.md:5:1: error: unknown key 'minuts'; did you mean 'minutes'?"),
        ("format: 1\ntitle: A", "f.md:1:1: error: the front matter lacks 'id'"),
        ("format: 2\nid: a\ntitle: A", "f.md:2:9: error: this lesson has format 2; this version reads format 1"),
        ("format: one\nid: a\ntitle: A", "f.md:2:9: error: 'format' must be a whole number, not 'one'"),
        ("format: 1\nid: a\ntitle: A\nminutes: -1", "f.md:5:10: error: 'minutes' must be a whole number, not '-1'"),
        ("format: 1\nid: a\ntitle: A\nseed: 0x1FFFFFFFFFFFFFFFFFF", "f.md:5:7: error: 'seed' must be a whole number"),
        ("format: 1\nid: a\ntitle: A\nrequires: b", "f.md:5:11: error: 'requires' must be a list of lesson ids"),
        ("format: 1\nid: a\ntitle: A\nrequires: [[b]]", "f.md:5:12: error: 'requires' must be a text, not a list"),
        ("format: 1\nid: a\ntitle: A\ntime-limit: .nan", "f.md:5:13: error: 'time-limit' must be a number of seconds"),
        ("format: 1\nid: a b\ntitle: A", "f.md:3:5: error: an id is made of letters, digits and '-', and 'a b' is not"),
        ("format: 1\nid: a\nid: b\ntitle: A", "f.md:4:1: error: the key 'id' is given twice"),
        ("format: 1\nid: [a\ntitle: A", "f.md:4:6: error: the front matter is not YAML: "),
        ("format: 1\nid: a\ntitle:", "f.md:4:7: error: 'title' must be a text, not nothing"),
        ("just words", "f.md:2:1: error: the front matter must be 'key: value' lines"),
        ("", "f.md:1:1: error: the front matter is empty"),
        ("title: *x", "f.md:2:8: error: "),
    ])
    func `what is wrong is named at its place`(yaml: String, message: String) {
        let found = messages(read(yaml))
        #expect(found.contains { $0.hasPrefix(message) }, "\(found)")
    }

    @Test func `front matter that is not there or not closed is named at the first line`() {
        let missing = messages(LessonReader.read(bytes: Array("## A\n".utf8), name: "f.md"))
        #expect(missing.first?.hasPrefix("f.md:1:1: error: a lesson begins with front matter") == true)
        let open = messages(LessonReader.read(bytes: Array("---\nid: a\n\n## A\n".utf8), name: "f.md"))
        #expect(open == ["f.md:1:1: error: the front matter that opens here is not closed by a '---' line"])
    }

    @Test func `YAML nested without end is refused`() {
        #expect(!messages(read("id: " + String(repeating: "[", count: 100_000))).isEmpty)
    }
}
