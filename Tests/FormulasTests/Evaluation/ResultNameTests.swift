import Testing

@testable import Formulas

@Suite struct ResultNameTests {
    private func run(_ text: String, in session: Session = Session()) throws -> [String] {
        try session.run(Source(name: "test", text: text)).map { cell in
            cell.diagnostic?.message ?? cell.value?.inlineText ?? ""
        }
    }

    @Test func `_ is what the last expression gave, and _3 what cell 3 gave`() throws {
        #expect(try run("1 + 2\n_ * 2\n_1 + _2\n_") == ["3", "6", "9", "9"])
        #expect(try run("5\nx = 1\n_ + x") == ["5", "1", "6"])
    }

    @Test func `a silenced result can be had, and what gives nothing is none`() throws {
        #expect(try run("5;\n_ + 1") == ["5", "6"])
        #expect(try run("5\nprint(7)\n_ + 1") == ["5", "", "6"])
        #expect(try run("_ + 1") == ["unknown name _"])
        #expect(try run("5\nq\n_2") == ["5", "unknown name q"])
        let session = Session()
        _ = try run("5\nq", in: session)
        #expect(try run("_ + 1", in: session) == ["6"])
    }

    @Test func `results are not among the bound names`() throws {
        let session = Session()
        _ = try run("x = 2\nx + 1\nx + 2", in: session)
        #expect(session.boundNames == ["x"])
        #expect(session.bindings.map(\.name) == ["x"])
        #expect(session.resultNames == ["_2", "_3"])
    }

    @Test func `a varied binding reaches through a result, whichever name it has`() throws {
        #expect(try run("α = 2\nα² + 1\nvary(α, [1, 2, 3], _2)\nα\nvary(α, [1, 2], _ + _2)").suffix(1) == ["[3, 7]"])
        #expect(try run("α = 2\nα² + 1\nvary(α, [1, 2, 3], _2)")[2] == "[2, 5, 10]")
    }

    @Test func `what was computed from a result is refreshed with it, and a later result makes nothing stale`() throws {
        let session = Session()
        _ = try run("x = 2\nx + 1\ny = 10 * _\n99", in: session)
        #expect(session.staleNames == [])
        _ = try run("x = 5", in: session)
        #expect(session.staleNames == ["y"])
        try session.refresh()
        #expect(try run("y", in: session) == ["60"])
    }

    @Test func `a name that is bound to _ comes first`() throws {
        #expect(try run("5\n[_, b] = [7, 8]\n_ + b") == ["5", "", "15"])
    }
}
