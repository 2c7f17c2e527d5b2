import Testing

@testable import Datasets

@Suite struct NumberTextTests {
    private func value(_ text: String) -> Double? {
        Array(text.utf8).withUnsafeBufferPointer { NumberText.value($0) }
    }

    @Test func `a number is read to the last bit, however it is written`() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let number = Double(bitPattern: .random(in: 0..<0x7FF0_0000_0000_0000, using: &random))
            #expect(value(number.description) == number)
            #expect(value("-\(number)") == -number)
            let short = (Double.random(in: -1000...1000, using: &random) * 1000).rounded() / 1000
            #expect(value("\(short)") == short)
        }
        // Half-way cases, a subnormal, more digits than fit a word, and what overflows or vanishes.
        for text in [
            "9007199254740993", "9007199254740992.5", "4.9e-324", "2.4703282292062327e-324", "0.1", "1e22", "1e23",
            "123456789012345678901234567890", "0.000000000000000000000000000001234567890123456789",
            "1.7976931348623159e308",
            "1e-400", "8.5e15", "179769313486231580793728971405301e276", "1e99999999999999999999",
        ] {
            #expect(value(text) == Double(text), "\(text)")
        }
    }

    @Test func `signs, blanks, bare points and words are understood`() {
        for (text, number) in [
            ("+5", 5), (" 7\t", 7), (".5", 0.5), ("5.", 5), ("-1E+2", -100), ("inf", .infinity),
            ("-Infinity", -.infinity),
        ] {
            #expect(value(text) == number, "\(text)")
        }
        #expect(value("NaN")?.isNaN == true)
        #expect(value("-0")?.sign == .minus)
    }

    @Test(arguments: [
        "", " ", "-", ".", "e5", "1e", "1e+", "1.2.3", "0x10", "1 2", "1,5", "one", "na", "--1", "1_000", "nano",
    ])
    func `what is no number is none`(_ text: String) { #expect(value(text) == nil) }
}
