import Testing

@testable import Formulas

@Suite struct ProgressWatchTests {
    /// What is told when it is always time to tell.
    private func told(_ text: String) throws -> [Progress] {
        let session = Session()
        var told: [Progress] = []
        session.watch = ProgressWatch(interval: 0) { progress in
            told.append(progress)
        }
        try session.run(Source(name: "test", text: text))
        return told
    }

    private func iterations(_ text: String) throws -> [Int] {
        try told(text).compactMap(\.iterations).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    @Test func `a loop at top level tells of each whole iteration, and of how many`() throws {
        #expect(try iterations("x = 0; for i in 1..5 { x = x + i }") == [1, 2, 3, 4, 5])
        #expect(try told("x = 0; for i in 1..5 { x = x + i }").last?.count == 5)
        #expect(try iterations("n = 1; while n < 10 { n = 2n }") == [1, 2, 3, 4])
        #expect(try told("n = 1; while n < 10 { n = 2n }").last?.count == nil)
        #expect(try iterations("x = 0; for i in 1..2000 { x = x + i }").last == 2000)
    }

    @Test func `a loop within a loop or a function is not the one that is told of`() throws {
        #expect(try iterations("x = 0; for i in 1..3 { for j in 1..4 { x = x + j } }") == [1, 2, 3])
        #expect(try iterations("f(n) = { s = 0; for i in 1..n { s = s + i }; s }; y = f(10)") == [])
    }

    @Test func `the loss is what the body bound to loss, else to L, else to any name last`() throws {
        func loss(_ text: String) throws -> Progress.Loss? { try told(text).last?.loss }
        #expect(try loss("for i in 1..3 { loss = 1 / i; L = 5; z = 6 }") == .init(name: "loss", value: 1 / 3))
        #expect(try loss("for i in 1..3 { L = 2i; z = [6, 7] }") == .init(name: "L", value: 6))
        #expect(try loss("for i in 1..3 { a = i; b = 2i; c = [1, 2] }") == .init(name: "b", value: 6))
        #expect(try loss("for i in 1..3 { if i > 1 { d = i } }") == .init(name: "d", value: 3))
        #expect(try loss("for i in 1..3 { t = i > 1; v = [i] }") == nil)
        #expect(try loss("f(x) = x; for i in 1..3 { g(x) = x }") == nil)
    }

    @Test func `a statement's end is told, whether it ends well or not`() throws {
        let session = Session()
        var ends = 0
        session.watch = ProgressWatch(listener: { _ in }, ended: { ends += 1 })
        try session.run(Source(name: "test", text: "x = 1\nx + unknown_name"))
        #expect(ends == 2)
    }

    @Test func `listening changes no result`() throws {
        let text = "use_rate = 0.1; x = randn(3); for i in 1..200 { x = x - use_rate * x + 0.01 * randn(3) }; x"
        let session = Session()
        session.watch = ProgressWatch(interval: 0) { _ in }
        let watched = try session.run(Source(name: "test", text: text)).last?.value?.json
        #expect(watched == (try Session().run(Source(name: "test", text: text)).last?.value?.json))
        #expect(watched != nil)
    }
}
