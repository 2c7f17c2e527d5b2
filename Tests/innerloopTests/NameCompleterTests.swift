import Formulas
import Lessons
import Testing

@testable import innerloop

@Suite struct NameCompleterTests {
    private func candidates(_ word: String, after before: String = "", bound: String = "") throws -> [String] {
        let session = Session()
        try session.run(Source(name: "test", text: bound))
        let repl = Repl(
            terminal: ScriptedTerminal([]), session: session, library: try WrittenLessons.library(),
            figures: FigureScreen(searchPath: ""))
        return NameCompleter(repl: repl).completion(of: word, after: before).candidates
    }

    @Test func `the name of a symbol becomes the symbol, and its beginning where that is enough`() throws {
        #expect(try candidates("\\theta", after: "x = ") == ["θ"])
        #expect(try candidates("\\nab") == ["∇"])
        #expect(try candidates("\\eta") == ["η"])
        #expect(try candidates("\\_0", after: "θ") == ["₀"])
        #expect(try candidates("\\ome") == ["ω"])
        #expect(try candidates("\\p").contains("\\psi"))
    }

    @Test func `a command is completed after its colon, and its argument after its name`() throws {
        #expect(try candidates("lea", after: ":") == ["learn", "leave"])
        #expect(try candidates("f", after: ":learn ") == ["first"])
        #expect(try candidates("r", after: ":nothing ") == [])
        #expect(Set(try candidates("", after: ":set ")).sorted() == ["digits", "precision", "threads", "trap-nan"])
        #expect(try candidates("si", after: ":set precision ") == ["single"])
        #expect(try candidates("", after: ":set precision single ") == [])
        #expect(try candidates("alp", after: ":deps ", bound: "α = 1") == ["α"])
        #expect(try candidates("", after: ":refresh ", bound: "a = 1; b = a; c = 2; a = 3") == ["b"])
    }

    @Test func `bound names are offered, in Greek and as they are typed without it`() throws {
        #expect(try candidates("rat", bound: "rate = 1\nratio = 2\nother = 3").sorted() == ["rate", "ratio"])
        #expect(try candidates("alp", bound: "α = 1") == ["α"])
        #expect(try candidates("", bound: "α = 1") == [])
    }
}
