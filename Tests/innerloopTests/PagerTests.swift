import CSignals
import Formulas
import TemporaryFolders
import Testing

@testable import innerloop

@Suite struct PagerTests {
    private func words(_ environment: [String: String]) -> [String]? {
        Pager.chosen(
            environment: { environment[$0].flatMap { $0.isEmpty ? nil : $0 } }, isSet: { environment[$0] != nil })?
            .words
    }

    @Test func `our own variable comes before the common one, and one set to nothing turns paging off`() {
        #expect(words(["INNERLOOP_PAGER": "more -d", "PAGER": "less"]) == ["more", "-d"])
        #expect(words(["PAGER": "most"]) == ["most"])
        #expect(words(["INNERLOOP_PAGER": "", "PAGER": "less"]) == nil)
        #expect(words(["PAGER": " "]) == nil)
        #expect(words(["PATH": "/nowhere"]) == nil)
    }

    @Test func `a text is paged when it takes more lines than there are, long lines counted as they wrap`() {
        let screen = Appearance(columns: 10, rows: 4)
        #expect(!Pager.isNeeded(for: "1\n2\n3\n", in: screen))
        #expect(Pager.isNeeded(for: "1\n2\n3\n4\n", in: screen))
        #expect(Pager.isNeeded(for: "a line that takes three\n2\n", in: screen))
        // Colours take no columns.
        let painted = (1...3).map { "\u{1B}[36m\($0)23456789\u{1B}[0m\n" }.joined()
        #expect(!Pager.isNeeded(for: painted, in: screen))
    }

    @Test func `the pager gets all of the text, and one that leaves early or is missing does no harm`() throws {
        signals_ignore_broken_pipes()
        let folder = try TemporaryFolder().path
        let text = (1...100_000).map { "line \($0)\n" }.joined()
        #expect(Pager(words: ["tee", folder + "/copy"]).show("") == true)
        #expect(Pager(words: ["cp", "/dev/stdin", folder + "/copy"]).show(text))
        #expect(String(decoding: try SourceFile.read(folder + "/copy").bytes, as: UTF8.self) == text)
        #expect(Pager(words: ["true"]).show(text))
        #expect(!Pager(words: ["no-such-pager"]).show(text))
    }
}
