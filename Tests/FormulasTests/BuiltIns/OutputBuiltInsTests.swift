import Formulas
import Testing

@Suite struct OutputBuiltInsTests {
    @Test func `show puts out a value in full, print on one line, in order`() throws {
        let cell = try Prompt().good("{ show([[1, 2], [3, 40]]); print([[1, 2], [3, 40]]); show({a: 1, b: \"x\"}); 7 }")
        #expect(cell.lines == ["[[ 1,  2],\n [ 3, 40]]", "[[1, 2], [3, 40]]", "  a  1\n  b  x"])
        #expect(cell.rendering(width: 80) == "7")
    }

    @Test func `a figure is put out from the middle of a loop`() throws {
        let cell = try Prompt().good("for n in 1..2 { show(plot([1, n])); print(n) }")
        #expect(cell.outputs.map { $0.figure != nil } == [true, false, true, false])
        #expect(cell.lines == ["1", "2"])
    }

    @Test func `what is recomputed puts out nothing`() throws {
        let prompt = Prompt()
        try prompt.good("α = 1; x = { show(α); 2α }")
        #expect(try prompt.good("vary(α, [5, 7], x)").outputs.isEmpty)
    }

    @Test func `control characters are put out escaped`() throws {
        #expect(try Prompt().good("show(\"a\\u{1B}[2J\")").lines == ["a\\u{1b}[2J"])
    }
}
