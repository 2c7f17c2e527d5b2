import Testing

@testable import Formulas

/// Code that has been traced gives what the interpreter gives.
struct TracedCodeTests {
    @Test(arguments: 1...60)
    func `random programs give the same numbers interpreted and traced`(_ seed: UInt64) throws {
        var program = RandomProgram(seed: seed)
        let texts = program.texts()
        let plain = Prompt(seed: seed, tracing: .never)
        let others = [Prompt(seed: seed, tracing: .automatic), Prompt(seed: seed, tracing: .eager)]
        for text in texts {
            let expected = try Self.numbers(text, plain)
            for prompt in others {
                let found = try Self.numbers(text, prompt)
                #expect(areClose(found, expected, within: 1e-9), "\(found) for \(expected):\n\(texts[0])\n\(text)")
            }
        }
    }

    /// The numbers of a text; where it fails, what it said.
    private static func numbers(_ text: String, _ prompt: Prompt) throws -> [Double] {
        do {
            return try prompt.numbers(text)
        } catch let diagnostic as Diagnostic {
            Issue.record("\(diagnostic.message) at \(diagnostic.span?.text ?? "")\n\(text)")
            return []
        }
    }
}
