import Formulas
import Testing

@testable import Lessons

@Suite struct BlockInfoShowsTests {
    @Test func `each kind of block says what it shows`() throws {
        let body = """
            ## A
            ```loop shows="one two" setup
            a
            ```
            ```derivation shows=three
            a == b
            ```
            ```plot shows="four"
            plot(xs)
            ```

            *Caption*

            ```exercise {#e kind=value shows="five 6th"}
            One?
            ```
            ```solution
            1
            ```
            ```quiz {#q shows="seven"}
            Which?
            - [x] this :: yes
            - [ ] that :: no
            ```
            """
        let found = reading(body)
        #expect(messages(found) == [])
        let shown = try #require(found.lesson).steps[0].blocks.map(\.shows)
        #expect(shown.map { $0.map(\.id) } == [["one", "two"], ["three"], ["four"], ["five", "6th"], ["seven"]])
        #expect(shown[0][1].span.text == "two" && shown[1][0].span.text == "three")
        #expect(shown[3][1].span.text == "6th")
    }

    @Test(arguments: [
        ("loop shows", "6:9: error: 'shows' needs the ids of what the block shows"),
        ("loop shows=\" \"", "6:9: error: 'shows' needs the ids of what the block shows"),
        ("loop shows=\"a b_c\"", "6:18: error: what is shown is named by letters, digits and '-', and 'b_c' is not"),
        ("loop shows=\"a b a\"", "6:20: error: the block shows 'a' already"),
        ("quiz {shows=\"α, β\"}", "6:17: error: what is shown is named by letters, digits and '-', and 'α,' is not"),
        ("output shows=\"a\"", "6:11: error: a 'output' block has no flag 'shows'"),
    ])
    func `what names nothing is refused where it stands`(opening: String, message: String) {
        let found = messages(reading("## A\n```\(opening)\nx\n```\n"))
        #expect(found.first?.hasPrefix("test.md:" + message) == true, "\(found)")
        #expect(found.count == 1)
    }
}
