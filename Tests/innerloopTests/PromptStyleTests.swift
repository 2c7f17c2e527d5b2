import Formulas
import Testing

@testable import innerloop
import Typography

@Suite struct PromptStyleTests {
    @Test func `the continuation stands below the prompt's sign`() {
        for number in [1, 12, 345] {
            for unicode in [true, false] {
                let style = PromptStyle(number: number, unicode: unicode)
                #expect(DisplayWidth.of(style.continuation) == DisplayWidth.of(style.prompt))
            }
        }
    }

    @Test func `prompts are stripped, and answers between them left out`() {
        #expect(PastedPrompts.strip("[3] ▸ ∇f(3)\n25\n[4] ▸ f(x") == "∇f(3)\nf(x")
        #expect(PastedPrompts.strip("[1] ▸ f(x) = (x\n    ⋮ )") == "f(x) = (x\n)")
        #expect(PastedPrompts.strip("[1]: f(x) = (x\n   : )") == "f(x) = (x\n)")
        #expect(PastedPrompts.strip("[12] ▸") == "")
    }

    @Test(arguments: ["[1] > 0", "[1]", "[1] + x", "x = 1\n[1] ▸ 2", "{\n  a: 1\n}", ""])
    func `text that does not begin with a prompt stays`(_ text: String) {
        #expect(PastedPrompts.strip(text) == text)
    }
}
