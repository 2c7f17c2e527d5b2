import Testing

@testable import innerloop

@Suite struct CallContextTests {
    @Test func `the function is that of the innermost open bracket`() {
        #expect(CallContext("conv2d(x, ").function == "conv2d")
        #expect(CallContext("f(g(1), ").function == "f")
        #expect(CallContext("f(g(1, ").function == "g")
        #expect(CallContext("f([1, ").function == nil)
        #expect(CallContext("f((1 + ").function == nil)
        #expect(CallContext("f(1) + ").function == nil)
        #expect(CallContext("θ₀' = step₁(").function == "step₁")
        #expect(CallContext(")) f(").function == "f")
    }

    @Test func `a string that is open is known, and what stands in a string opens nothing`() {
        #expect(CallContext("read(\"data/tr").string == "data/tr")
        #expect(CallContext("read(\"data/tr").function == "read")
        #expect(CallContext("print(\"f(\", ").string == nil)
        #expect(CallContext("print(\"f(\", ").function == "print")
    }
}
