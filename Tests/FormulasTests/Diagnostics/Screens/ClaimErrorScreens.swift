import Testing

/// Claims that say nothing that could be checked.
struct ClaimErrorScreens {
    @Test func `a single equals sign`() {
        expectScreen(
            "claim 1 = 1",
            """
            cell:1:9: error: found `=` in a claim
                1 │ claim 1 = 1
                  │         ^
                  = help: equality is `==`
            """)
    }

    @Test func `an approximation without its tolerance`() {
        expectScreen(
            "claim 1 ≈ 1",
            """
            cell:1:12: error: the text ends where `within` was wanted
                1 │ claim 1 ≈ 1
                  │            ^
                  = help: `≈` needs a tolerance: `claim a ≈ b within 5%`
            """)
    }

    // Which of the two was the order once changed each time the text was printed and read again.
    @Test func `a claim has one order`() {
        expectScreen(
            "claim 1 == α + O(α) + O(α²)",
            """
            cell:1:23: error: found a second `O(…)`
                1 │ claim 1 == α + O(α) + O(α²)
                  │                       ^^^^^
                  = help: several orders are one: `+ O(α + β²)`
            """)
    }

    @Test func `an approximation outside a claim`() {
        expectScreen(
            "1 ≈ 2",
            """
            cell:1:1: error: ≈ stands in claims
                1 │ 1 ≈ 2
                  │ ^^^^^
                  = help: claim a ≈ b within 5%; elsewhere abs(a - b) < 0.01
                  = see :help claims
            """)
    }

    @Test func `a number is no claim`() {
        expectScreen(
            "claim 3",
            """
            cell:1:7: error: a claim is true or false, found a number
                1 │ claim 3
                  │       ^
                  = help: claim a == b
                  = see :help claims
            """)
    }

    @Test func `a tolerance is a number`() {
        expectScreen(
            #"claim 1 == 1 within "a""#,
            """
            cell:1:21: error: a tolerance is a number, found a string
                1 │ claim 1 == 1 within "a"
                  │                     ^^^
                  = see :help claims
            """)
    }

    @Test func `sides that have no order`() {
        expectScreen(
            #"claim 1 < "a""#,
            """
            cell:1:7: error: < does not compare a number and a string
                1 │ claim 1 < "a"
                  │       ^^^^^^^
                  = help: numbers and tensors have an order; == and != compare values of any kind
            """)
    }

    @Test func `sides that are no values`() {
        expectScreen(
            "claim [1, 2] + [1, 2, 3] == 3",
            """
            cell:1:7: error: shapes [2] and [3] do not fit for +
                1 │ claim [1, 2] + [1, 2, 3] == 3
                  │       ^^^^^^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 2 meets 3
                  = see :help tensors
            """)
    }

    @Test func `an order in what is no monomial`() {
        expectScreen(
            """
            α = 0.1
            claim α == O(sin(α))
            """,
            """
            cell:2:14: error: O(…) takes monomials in bindings, like α, α² or α*β + β²; found sin(α)
                2 │ claim α == O(sin(α))
                  │              ^^^^^^
                  = see :help claims
            """)
    }

    @Test func `an order in what is no number`() {
        expectScreen(
            """
            v = [1, 2]
            claim v == O(v)
            """,
            """
            cell:2:14: error: v is a number, found a vector of 2
                2 │ claim v == O(v)
                  │              ^
                  = see :help claims
            """)
    }

    @Test func `a quantifier without its distribution`() {
        expectScreen(
            "for all x: claim x == x",
            """
            cell:1:10: error: found `:`, wanted `~`
                1 │ for all x: claim x == x
                  │          ^
                  = help: a draw is written `for all x ~ randn(3): claim …`
            """)
    }

    @Test func `no draws at all`() {
        expectScreen(
            "for all x ~ randn() for 0 draws: claim x == x",
            """
            cell:1:25: error: a claim for all needs at least one draw, found 0
                1 │ for all x ~ randn() for 0 draws: claim x == x
                  │                         ^
                  = see :help claims
            """)
    }

    @Test func `a side that fails under a draw`() {
        expectScreen(
            """
            f(x) = x + [1, 2, 3]
            for all x ~ randn(2): claim f(x) == x
            """,
            """
            cell:1:8: error: shapes [2] and [3] do not fit for +
                1 │ f(x) = x + [1, 2, 3]
                  │        ^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 2 meets 3
                  = see :help tensors
              in f, called at cell:2:29
            """)
    }
}
