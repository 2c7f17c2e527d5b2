import Sentences
import Testing

struct SentenceTests {
    @Test func `a call fills the places of a sentence by their names`() {
        let sentence = Sentence("test.greeting", "{greeting}, {name}: {count} times, {name}")
        #expect(sentence(count: 3, name: "Ada", greeting: "hello").text == "hello, Ada: 3 times, Ada")
    }

    @Test func `a place with two forms is the first for 1 and the second for all else`() {
        let sentence = Sentence("test.count", "{count} {count|entry|entries}")
        #expect([0, 1, 2, 11].map { sentence(count: $0).text } == ["0 entries", "1 entry", "2 entries", "11 entries"])
    }

    @Test func `a sentence fills a place of another`() {
        let outer = Sentence("test.outer", "no '{name}'; {hint}")
        let hint = Sentence("test.hint", "did you mean '{name}'?")
        #expect(outer(name: "a", hint: hint(name: "b")).text == "no 'a'; did you mean 'b'?")
    }

    @Test func `braces in what fills a place are text`() {
        let sentence = Sentence("test.braces", "{first} and {second}")
        #expect(sentence(first: "{second}", second: "}{").text == "{second} and }{")
    }

    @Test func `a place that is not filled stays as it is written`() {
        let sentence = Sentence("test.unfilled", "a {place}, {count|one|many}, {not a place")
        #expect(sentence.text == "a {place}, {count|one|many}, {not a place")
        #expect(sentence(place: "b").text == "a b, {count|one|many}, {not a place")
    }

    @Test func `filling a sentence leaves the one in the catalogue as it is`() {
        let sentence = Sentence("test.kept", "{name}")
        #expect(sentence(name: "a").text == "a")
        #expect(sentence(name: "b").id == "test.kept")
        #expect(sentence.text == "{name}")
    }
}
