import Testing
import Typography

struct DecimalsTests {
    @Test(arguments: [
        (2.0, 2, "2.00"), (1.995, 1, "2.0"), (-0.06, 1, "-0.1"), (-0.04, 1, "0.0"), (17.4, 0, "17"),
        (0.005, 3, "0.005"),
        (-3.14159, 2, "-3.14"), (9.999, 2, "10.00"),
    ])
    func `a number has as many decimals as are asked for, rounded`(_ number: Double, _ places: Int, _ text: String) {
        #expect(Decimals.text(number, places: places) == text)
    }
}
