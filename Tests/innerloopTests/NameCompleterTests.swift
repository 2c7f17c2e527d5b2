import Formulas
import Lessons
import TemporaryFolders
import Testing

@testable import innerloop

@Suite struct NameCompleterTests {
    private func completion(_ word: String, after before: String = "", bound: String = "") throws -> Completion {
        let session = Session()
        try session.run(Source(name: "test", text: bound))
        let repl = Repl(
            terminal: ScriptedTerminal([]), session: session, library: try WrittenLessons.library(),
            figures: FigureScreen(searchPath: ""))
        return NameCompleter(repl: repl).completion(of: word, after: before)
    }

    private func candidates(_ word: String, after before: String = "", bound: String = "") throws -> [String] {
        try completion(word, after: before, bound: bound).candidates
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
        #expect(
            Set(try candidates("", after: ":set ")).sorted() == [
                "digits", "memory", "plot", "precision", "threads", "trap-nan",
            ])
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

    @Test func `candidates come with what they are`() throws {
        #expect(try completion("lea", after: ":").summaries["learn"] == Command.learn.summary)
        #expect(try completion("", after: ":learn ").summaries["first"] == "The first lesson")
        #expect(try completion("conca").summaries["concat"]?.hasPrefix("Tensors joined") == true)
        #expect(try completion("rat", bound: "rate = [1, 2]").summaries["rate"] == "a vector of 2")
        #expect(try completion("\\th").summaries["\\theta"] == "θ")
    }

    @Test func `a field is completed after its dot, and a parameter within its call`() throws {
        let bound = "net = {weight: [1, 2], width: 3}; f(x, rate = 0.1) = rate * x"
        #expect(try candidates("net.we", bound: bound) == ["net.weight"])
        #expect(try completion("net.w", bound: bound).summaries["net.weight"] == "a vector of 2")
        #expect(try candidates("ra", after: "y = f(2, ", bound: bound).first == "rate:")
        #expect(try candidates("", after: "f(", bound: bound) == ["rate:", "x:"])
        #expect(try completion("ax", after: "sum(x, ").summaries["axis:"] == "whole or [k] (optional)")
    }

    @Test func `results are offered where one begins to be typed`() throws {
        #expect(try candidates("_", bound: "1 + 2; x = 4; 5") == ["_1", "_3"])
        #expect(try candidates("x", bound: "x = 1") == ["x"])
    }

    @Test func `a formula after a command is completed as at the prompt`() throws {
        #expect(try candidates("net.we", after: ":time ", bound: "net = {weight: 1}") == ["net.weight"])
    }

    @Test func `a symbol of which nothing is bound becomes the name it can be typed by`() throws {
        #expect(try candidates("ζ") == ["\\zeta"])
        #expect(try candidates("ζ", bound: "ζ₀ = 1") == ["ζ₀"])
    }

    @Test func `a path is completed in the string of a call that reads or writes`() throws {
        let folder = try TemporaryFolder().path
        try ChildProcess.write([], to: folder + "/numbers.csv")
        #expect(try candidates("num", after: "x = read(\"\(folder)/") == ["numbers.csv"])
        #expect(try candidates("num", after: "print(\"\(folder)/") == [])
        #expect(try candidates("num", after: ":plot save \(folder)/") == ["numbers.csv"])
    }
}
