import Formulas
import Testing
import Typography

@testable import innerloop

/// The screens of `:vars`, `:deps` and `:refresh`.
@Suite struct BindingPrinterTests {
    @Test func `vars aligns what is bound, and says in words what is stale`() {
        #expect(
            answer(to: ":vars", after: "α = 0.1; y = α * [1, 2]; f(x, k = 2) = k * x; z = f(y); α = 0.2") == """
                f  a function     f(x, k = 2)
                y  a vector of 2  [0.1, 0.2]  (stale: α was rebound)
                z  a vector of 2  [0.2, 0.4]  (stale: α was rebound)
                α  a number       0.2

                """)
        #expect(answer(to: ":vars", after: "") == "nothing is bound yet\n")
    }

    @Test func `vars without Unicode is ASCII`() {
        let shown = answer(
            to: ":vars", after: "alpha = 1; beta = 2; y = alpha + beta; alpha = 3; beta = 4", unicode: false)
        #expect(
            shown == """
                y      a number  3  (stale: alpha and beta were rebound)
                alpha  a number  3
                beta   a number  4

                """)
        let long = answer(to: ":vars", after: "a = \"" + String(repeating: "x", count: 100) + "\"", unicode: false)
        #expect(long.hasSuffix("xxx...\n"))
    }

    @Test(arguments: [20, 30, 40, 60, 100])
    func `no line is wider than the terminal, and no stale mark is lost`(_ columns: Int) {
        let program =
            "α = 1; a_long_name_of_a_binding = α * linspace(0, 1, 100); text = \"日本語 \\n \(String(repeating: "語", count: 40))\"; z = α; w = z; α = 2"
        for command in [":vars", ":deps a_long_name_of_a_binding", ":deps α", ":refresh"] {
            let shown = answer(to: command, after: program, columns: columns)
            #expect(shown.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= columns })
            if command == ":vars" { #expect(shown.count { $0 == "(" } == 3) }
        }
    }

    @Test func `deps shows what a name was computed from and what derives from it`() {
        #expect(
            answer(to: ":deps z", after: "α = 0.1; y = 2α; z = y + 1; u = z; v = u; α = 0.2") == """
                z = y + 1  (stale: α was rebound)
                  y = 2α  (stale: α was rebound)
                    α = 0.1  (since then α = 0.2)
                derived from it: u, v

                """)
        #expect(
            answer(to: ":deps theta", after: "θ = 8; for i in 0..<3 {\n  θ = θ / 2\n}") == """
                θ: for i in 0..<3 { θ = θ / 2 }
                  θ = 8
                derived from it: nothing

                """)
    }

    @Test func `an unknown name suggests the nearest`() {
        #expect(
            answer(to: ":deps ratio", after: "ratios = 1") == "nothing is bound to 'ratio'; did you mean 'ratios'?\n")
        #expect(answer(to: ":refresh q", after: "x = 1") == "nothing is bound to 'q'; ':vars' lists the names\n")
        #expect(answer(to: ":deps", after: "x = 1") == "the name of a binding was wanted; ':vars' lists them\n")
    }

    @Test func `refresh says what was run again, and then that nothing is stale`() {
        let program = "α = 1; y = 2α; z = y + 1; w = α; α = 2"
        #expect(answer(to: ":refresh", after: program) == "run again: y, z, w\n")
        #expect(answer(to: ":refresh z", after: program) == "run again: y, z\n")
        #expect(answer(to: ":refresh α", after: program) == "α is not stale\n")
        #expect(answer(to: ":refresh", after: "x = 1") == "nothing is stale\n")
        let shown = screen(ScriptedTerminal(typing: program, ":refresh", ":refresh", "[y, z, w]"))
        #expect(shown.hasSuffix("nothing is stale\n[6] ▸ [y, z, w]\n[4, 5, 2]\n[7] ▸ \n"))
    }

    @Test func `a refresh that fails shows the error in the statement and changes nothing`() {
        let terminal = ScriptedTerminal(typing: "i = 0; v = [1, 2]; y = v[i]; i = 9", ":refresh", ":vars")
        let shown = screen(terminal)
        #expect(shown.contains("error"))
        #expect(shown.contains("y = v[i]"))
        #expect(shown.contains("the bindings are as they were\n"))
        #expect(shown.contains("y  a number       1  (stale: i was rebound)\n"))
    }

    /// What a command answers after a program.
    private func answer(
        to command: String, after program: String, columns: Int = 80, unicode: Bool = true
    ) -> String {
        let terminal = ScriptedTerminal(typing: command)
        terminal.appearance.columns = columns
        terminal.appearance.unicode = unicode
        let session = Session()
        do {
            try session.run(Source(name: "[1]", text: program))
        } catch {
            Issue.record("\(error)")
        }
        let lines = screen(terminal, session: session).split(separator: "\n", omittingEmptySubsequences: false)
        // Without the line of the command, and the prompt after the answer.
        return lines.dropFirst().dropLast(2).map { $0 + "\n" }.joined()
    }
}
