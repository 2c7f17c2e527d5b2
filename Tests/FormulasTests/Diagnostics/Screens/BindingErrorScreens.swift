import Testing

/// Bindings varied after the fact.
struct BindingErrorScreens {
    @Test func `a name that is not bound`() {
        expectScreen(
            "vary(q, [1, 2], 3)",
            """
            cell:1:6: error: unknown name q
                1 │ vary(q, [1, 2], 3)
                  │      ^
                  = help: a name is bound with q = …
                  = see ?vary
            """)
    }

    @Test func `values to vary over`() {
        expectScreen(
            """
            a = 1
            vary(a, 3, a)
            """,
            """
            cell:2:9: error: a number has no items to go through
                2 │ vary(a, 3, a)
                  │         ^
                  = help: a range 0..n, a list, or a tensor's leading axis
                  = see :help sums
            """)
    }

    @Test func `what is recomputed fails where it stands, and says for what`() {
        expectScreen(
            """
            a = [1, 2]
            y = a + [3, 4]
            vary(a, [[1, 2, 3]], y)
            """,
            """
            cell:2:5: error: shapes [3] and [2] do not fit for +
                2 │ y = a + [3, 4]
                  │     ^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 3 meets 2
                  = see :help tensors
              recomputed for vary at cell:3:1
            """)
    }

    @Test func `a function called under a varied binding has its calls`() {
        expectScreen(
            """
            f(x) = x + [1, 2]
            a = [1, 2]
            vary(a, [[1, 2, 3]], f(a))
            """,
            """
            cell:1:8: error: shapes [3] and [2] do not fit for +
                1 │ f(x) = x + [1, 2]
                  │        ^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 3 meets 2
                  = see :help tensors
              in f, called at cell:3:22
            """)
    }

    @Test func `an order beyond the limit`() {
        expectScreen(
            "taylor(exp, at: 0, order: 65)",
            """
            cell:1:27: error: order is 0 to 64, found 65
                1 │ taylor(exp, at: 0, order: 65)
                  │                           ^^
                  = see ?taylor
            """)
    }

    @Test func `an order term stands in a claim`() {
        expectScreen(
            "1 + O(3)",
            """
            cell:1:5: error: O(…) stands at the end of a claim's right side
                1 │ 1 + O(3)
                  │     ^^^^
                  = help: claim a == b + O(α²)
                  = see ?O
            """)
    }
}
