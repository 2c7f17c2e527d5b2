import Formulas
import Programs
import Sentences
import Typography

extension Command {
    static let program = Command(
        name: "program", parameters: "formula", summary: "the program a formula becomes, traced and simplified",
        arguments: { $0.session.boundNames }, wanted: "a formula was wanted, like ':program ∇f(x)'"
    ) { repl, argument throws(Diagnostic) in
        let traced = try repl.session.trace(Source(name: ":program", text: argument))
        let (whole, simplified) = (traced.program, traced.simplified)
        let before = Sentence.programTraced(count: whole.instructions.count, operations: whole.operationCount)
        let after = Sentence.programSimplified(
            count: simplified.instructions.count, operations: simplified.operationCount, bytes: traced.memorySize)
        let lines = [before.text] + listing(whole) + [after.text] + listing(simplified)
        let appearance = repl.terminal.appearance
        repl.page(lines.map { $0.cut(to: appearance.columns, ellipsis: appearance.ellipsis) })
    }

    /// Instructions of a program that are listed.
    private static let mostLines = 100

    private static func listing(_ program: Program) -> [String] {
        let lines = program.description.split(separator: "\n").map(String.init)
        guard lines.count > mostLines else { return lines }
        return lines.prefix(mostLines - 1) + [
            "  \(Sentence.moreInstructions(count: lines.count - mostLines))", lines[lines.count - 1],
        ]
    }
}
