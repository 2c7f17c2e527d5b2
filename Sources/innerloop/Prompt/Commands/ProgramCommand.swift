import Formulas
import Programs

extension Command {
    static let program = Command(
        name: "program", parameters: "formula", summary: "the program a formula becomes, traced and simplified",
        arguments: { $0.session.boundNames }, wanted: "a formula was wanted, like ':program ∇f(x)'"
    ) { repl, argument throws(Diagnostic) in
        let traced = try repl.session.trace(Source(name: ":program", text: argument))
        var lines = ["traced: \(size(of: traced.program))"] + listing(traced.program)
        lines += ["simplified: \(size(of: traced.simplified)), \(traced.memorySize) bytes of memory"]
        let appearance = repl.terminal.appearance
        lines += listing(traced.simplified)
        repl.page(lines.map { $0.cut(to: appearance.columns, ellipsis: appearance.ellipsis) })
    }

    /// Instructions of a program that are listed.
    private static let mostLines = 100

    private static func size(of program: Program) -> String {
        let count = program.instructions.count
        return "\(count) instruction\(count == 1 ? "" : "s"), \(program.operationCount) FLOP"
    }

    private static func listing(_ program: Program) -> [String] {
        let lines = program.description.split(separator: "\n").map(String.init)
        guard lines.count > mostLines else { return lines }
        return lines.prefix(mostLines - 1) + ["  ... \(lines.count - mostLines) more", lines[lines.count - 1]]
    }
}
