import Testing

@testable import Lessons

struct SlugsTests {
    @Test func `an id is made of the words of a heading, and a number where it is taken`() {
        var slugs = Slugs()
        #expect(slugs.slug(of: "The chain rule") == "the-chain-rule")
        #expect(slugs.slug(of: "The  chain: rule!") == "the-chain-rule-2")
        #expect(slugs.slug(of: "The chain rule 3") == "the-chain-rule-3")
        #expect(slugs.slug(of: "the chain rule") == "the-chain-rule-4")
        #expect(slugs.slug(of: "…") == "step")
    }

    // Trying each number against each id before took the cube of the count.
    @Test func `a heading repeated without end keeps its ids apart`() {
        var slugs = Slugs()
        let ids = (0..<50_000).map { _ in slugs.slug(of: "again") }
        #expect(Set(ids).count == ids.count)
        #expect(ids.last == "again-50000")
    }
}
