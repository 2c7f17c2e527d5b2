import Testing

@testable import Formulas

@Suite struct SessionTimingTests {
    private func time(_ text: String, in session: Session) throws -> (timing: Timing, shown: [String]) {
        var shown: [String] = []
        let timing = try session.time(Source(name: "test", text: text)) { cell in
            shown.append(cell.outputs.compactMap { $0.rendering(width: 80) }.joined() + (cell.value?.inlineText ?? ""))
        }
        return (timing, shown)
    }

    @Test func `a timed entry is run once, whatever is measured`() throws {
        let session = Session()
        let (timing, shown) = try time("x = 4; x + 1", in: session)
        #expect(shown == ["4", "5"])
        #expect(timing.seconds > 0)
        #expect(timing.secondsEach == nil)
        #expect(session.nextCellNumber == 3)
    }

    @Test func `a formula that only computes is measured again and again, and leaves one cell`() throws {
        let session = Session()
        let (timing, shown) = try time("1 + 2", in: session)
        #expect(shown == ["3"])
        #expect(timing.secondsEach ?? 0 > 0)
        #expect(session.nextCellNumber == 2)
        #expect(session.resultNames == ["_1"])
    }

    @Test func `what prints is not done again`() throws {
        let (timing, shown) = try time("print(7)", in: Session())
        #expect(shown == ["7"])
        #expect(timing.secondsEach == nil)
    }

    @Test func `draws go on as after one run`() throws {
        let (timed, plain) = (Session(), Session())
        _ = try time("randn(2)", in: timed)
        try plain.run(Source(name: "test", text: "randn(2)"))
        let next = Source(name: "test", text: "randn(2)")
        #expect(try timed.run(next).last?.value?.json == plain.run(next).last?.value?.json)
    }
}
