import Formulas
import Testing

@Suite struct SamplingTests {
    private func statements(_ text: String) throws -> [Statement] { try Parser.parse(Source(name: "t", text: text)) }

    private func variables(_ text: String) throws -> [Claim.Quantifier] {
        try Parser.parseVariables(Source(name: "t", text: text))
    }

    /// The values of `y` after some statements, as text.
    private func values(_ text: String, of variables: String, after before: String = "") throws -> [String] {
        let session = Session()
        if !before.isEmpty { try session.run(Source(name: "b", text: before)) }
        let drawn = try self.variables(variables)
        let points = try session.points(for: drawn, count: 2)
        return try session.values(
            of: Session.Question(name: "y", variables: drawn), after: statements(text), at: points
        ).map(\.shortText)
    }

    @Test func `variables are read with what they are drawn from`() throws {
        #expect(try variables("theta ~ randn(3), α ~ uniform(0, 1)").map(\.name) == ["θ", "α"])
        for text in ["", "x", "x ~", "x ~ 1,", "x ~ 1 y ~ 2", "x ~ 1; y"] {
            #expect(throws: Diagnostic.self, "\(text)") { try variables(text) }
        }
    }

    @Test func `points are drawn anew for each, and alike every time`() throws {
        let session = Session()
        let drawn = try variables("x ~ randn(), k ~ 3")
        let texts = { try session.points(for: drawn, count: 3).map { $0.map(\.value.shortText) } }
        #expect(try texts() == texts())
        #expect(try Set(texts().map { $0[0] }).count == 3 && texts().allSatisfy { $0[1] == "3" })
    }

    @Test func `a variable need not be bound, and what derives from one that is follows it`() throws {
        #expect(try values("y = 2x", of: "x ~ 3") == ["6", "6"])
        #expect(try values("y = z + x", of: "x ~ 3", after: "x = 1; z = 10x") == ["33", "33"])
        #expect(try values("z = x²; y = z + 1", of: "x ~ 3") == ["10", "10"])
    }

    @Test func `the session stays as it was`() throws {
        let session = Session()
        try session.run(Source(name: "b", text: "x = 1; z = 10x"))
        let (before, number) = (session.state, session.nextCellNumber)
        let drawn = try variables("x ~ randn(), w ~ randn()")
        let points = try session.points(for: drawn, count: 2)
        _ = try session.values(
            of: Session.Question(name: "y", variables: drawn), after: statements("z = 3; y = w"), at: points)
        _ = try session.claims(of: statements("refute y == 1"), after: statements("y = 2; x = y"))
        #expect(session.boundNames == ["x", "z"] && session.nextCellNumber == number)
        #expect(session.state.namesThatDiffer(from: before) == [])
    }

    @Test func `what fails, and a name that stays unbound, are diagnostics`() throws {
        #expect(throws: Diagnostic.self) { try values("y = nope", of: "x ~ 1") }
        #expect(throws: Diagnostic.self) { try values("z = 1", of: "x ~ 1") }
    }

    @Test func `values differ by more than a relative error, and beside zero by more than rounding`() throws {
        let session = Session()
        let names = ["a", "b", "c", "d", "e", "f"]
        try session.run(Source(name: "b", text: "a = 1; b = 1 + 1e-10; c = 1.1; d = 0; e = 1e-14; f = [1, 1]"))
        let value = Dictionary(
            uniqueKeysWithValues: names.compactMap { name in session.value(of: name).map { (name, $0) } })
        let span = try #require(try statements("a").first).span
        func areEqual(_ x: String, _ y: String) throws -> Bool {
            try session.difference(
                of: try #require(value[x]), from: try #require(value[y]), within: 1e-9, at: span) == nil
        }
        #expect(try areEqual("a", "a") && areEqual("a", "b") && areEqual("d", "e") && areEqual("d", "d"))
        #expect(try !areEqual("a", "c") && !areEqual("d", "a") && !areEqual("a", "f"))
    }
}
