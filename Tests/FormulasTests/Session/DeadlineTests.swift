import Formulas
import Testing

@Suite struct DeadlineTests {
    private func run(_ text: String, in session: Session) throws -> Diagnostic? {
        try session.run(Source(name: "t", text: text)).last?.diagnostic
    }

    @Test(arguments: [
        "while true { x = 1 }", "sum(sin(i) for i in 0..<9000000)", "f(x) = { while true { x = x + 1 }; x }; f(1)",
    ])
    func `what goes on past the deadline is stopped as Ctrl-C stops it`(text: String) throws {
        let session = Session()
        // Over from the beginning: how fast the machine is does not matter.
        let (diagnostic, isOver) = Deadline.run(within: 0) { try? run(text, in: session) }
        #expect(isOver)
        #expect(diagnostic?.kind == .interrupted)
    }

    @Test func `after it everything runs again, and an outer deadline holds inside an inner one`() throws {
        let session = Session()
        let outer = Deadline.run(within: 0) {
            Deadline.run(within: 3600) { (try? run("while true { x = 1 }", in: session))?.kind }
        }
        #expect(outer.isOver && outer.result.result == .interrupted)
        #expect(try run("y = sum(i for i in 0..<100)", in: session) == nil)
    }

    @Test func `without a limit nothing is over`() throws {
        #expect(!Deadline.run(within: nil) {}.isOver)
        #expect(!Deadline.run(within: .infinity) {}.isOver)
    }
}
