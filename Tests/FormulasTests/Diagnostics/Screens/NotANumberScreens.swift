import Testing

@testable import Formulas

/// Formulas that come to no number, where that is an error.
struct NotANumberScreens {
    private func expectTrapped(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let session = Session()
        session.trapsNaN = true
        expectScreen(text, expected, in: session, sourceLocation: sourceLocation)
    }

    @Test func `a quotient of zeros`() {
        expectTrapped(
            """
            x = 0
            y = 1 + x / x
            """,
            """
            cell:2:9: error: x / x is not a number (NaN)
                2 │ y = 1 + x / x
                  │         ^^^^^
                  = help: 0/0, log(-1) and √-1 give one; ':set trap-nan off' lets it pass
            """)
    }

    @Test func `a logarithm in a function has its calls`() {
        expectTrapped(
            """
            f(x) = 2 * log(x)
            f(-1)
            """,
            """
            cell:1:12: error: log(x) is not a number (NaN)
                1 │ f(x) = 2 * log(x)
                  │            ^^^^^^
                  = help: 0/0, log(-1) and √-1 give one; ':set trap-nan off' lets it pass
              in f, called at cell:2:1
            """)
    }
}
