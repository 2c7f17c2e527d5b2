import Testing

@testable import Formulas

@Suite struct SessionCompletionTests {
    private func session(_ text: String) throws -> Session {
        let session = Session()
        try session.run(Source(name: "test", text: text))
        return session
    }

    @Test func `the fields of a record are given with what they are, along a path`() throws {
        let session = try session("net = {w: [1, 2], inner: {b: 3}}; x = 1")
        #expect(session.fields(of: "net").map(\.name) == ["w", "inner"])
        #expect(session.fields(of: "net").map(\.kind) == ["a vector of 2", "a record"])
        #expect(session.fields(of: "net.inner").map(\.name) == ["b"])
        #expect(session.fields(of: "net.w").isEmpty)
        #expect(session.fields(of: "x").isEmpty)
        #expect(session.fields(of: "nothing").isEmpty)
        #expect(session.fields(of: "").isEmpty)
    }

    @Test func `the parameters of functions are given, one's own and built-in ones`() throws {
        let session = try session("f(x, rate = 0.1) = rate * x; k = 2")
        #expect(session.parameters(of: "f").map(\.name) == ["x", "rate"])
        #expect(session.parameters(of: "f").map(\.takes) == ["", "= 0.1"])
        #expect(session.parameters(of: "sum").map(\.name).contains("axis"))
        #expect(session.parameters(of: "k").isEmpty)
        #expect(session.parameters(of: "nothing").isEmpty)
    }
}
