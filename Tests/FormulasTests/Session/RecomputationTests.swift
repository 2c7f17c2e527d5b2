import Figures
import Programs
import Tensors
import Testing

@testable import Formulas

/// `vary` recomputes what depends on the varied name, when it is asked for, and nothing else.
struct RecomputationTests {
    /// A training loop, what stands upstream of it, and what has nothing to do with it.
    private static let session = """
        α = 0.1
        c = [3, -1]
        unrelated = sum(sin(x) for x in linspace(0, 1, 50))
        L(θ) = ½ * ((θ - c) · (θ - c))
        θ = [0, 0]
        for i in 0..<20 { θ = θ - α * ∇L(θ) }
        loss = L(θ)
        β = 2
        scaled = β * loss
        other = β + unrelated

        """

    /// The statements recomputed for an expression under each of some values, by their order of execution.
    private func recomputed(_ expression: String, varying name: String, _ values: [Double]) throws -> [[Int]] {
        let prompt = Prompt()
        try prompt.good(Self.session + "0")
        let history = prompt.session.state.history
        let world = World(history: history, position: history.nodes.count)
        let evaluator = prompt.session.evaluator(world, prompt.session.state.draws)
        let statements = try Parser.parse(Source(name: "test", text: expression))
        return try values.map { value in
            let varied = world.varying([name: .number(value)])
            try evaluator.within(varied) { () throws(Diagnostic) in
                _ = try evaluator.execute(statements, nil)
            }
            return varied.recomputed
        }
    }

    @Test func `over a hundred rates only the training loop and the loss run again`() throws {
        let counted = try recomputed("loss", varying: "α", (1...100).map { Double($0) / 100 })
        #expect(counted.count == 100)
        #expect(counted.allSatisfy { $0 == [5, 6] })
    }

    @Test(arguments: [
        ("scaled", "α", [5, 6, 8]), ("scaled", "β", [8]), ("other", "β", [9]), ("other", "α", []), ("loss", "β", []),
        ("θ", "α", [5]), ("unrelated + c[0]", "α", []),
    ])
    func `what runs again is what lies between the name and the expression`(
        _ expression: String, _ name: String, _ nodes: [Int]
    ) throws {
        #expect(try recomputed(expression, varying: name, [0.5]) == [nodes])
    }

    @Test func `a name asked for twice runs again once`() throws {
        #expect(try recomputed("loss + loss * norm(θ)", varying: "α", [0.2]) == [[5, 6]])
    }

    @Test func `the values are those of a session that began with the varied one`() throws {
        let varied = try Prompt().numbers(Self.session + "vary(α, [0.1, 0.3], list(θ, scaled, other))")
        var fresh: [Double] = []
        for rate in ["0.1", "0.3"] {
            fresh += try Prompt().numbers(
                Self.session.replacing("α = 0.1", with: "α = \(rate)") + "list(θ, scaled, other)")
        }
        #expect(areClose(varied, fresh))
    }

    @Test func `a varied tensor knows the name and the values it runs over, until something is computed from it`()
        throws
    {
        func coordinates(_ text: String) throws -> Coordinates? {
            try Prompt().good(Self.session + text).value?.flattened()?.leaves[0].knownValue()?.coordinates
        }
        let found = try coordinates("losses = vary(α, [0.1, 0.2, 0.3], loss)")
        #expect(found == Coordinates(name: "α", values: [0.1, 0.2, 0.3]))
        #expect(try coordinates("2 * vary(α, [0.1, 0.2], loss)") == nil)
        #expect(try coordinates("vary(c, list([1, 2], [3, 4]), loss)") == nil)
    }

    @Test(arguments: [
        "plot(vary(α, [0.1, 0.2, 0.4], loss))", "curve = vary(α, [0.1, 0.2, 0.4], loss); plot(curve)",
        "plot({loss: vary(α, [0.1, 0.2, 0.4], loss), twice: vary(α, [0.1, 0.2, 0.4], 2loss)})",
    ])
    func `a plot of a varied tensor has its name and values along x`(_ text: String) throws {
        let figure = try #require(try Prompt().good(Self.session + text).figure)
        guard case .panel(let panel) = figure.content else { throw FigureError("no panel") }
        #expect(panel.x.label == "α")
        #expect(panel.series.allSatisfy { $0.x == [0.1, 0.2, 0.4] })
    }
}
