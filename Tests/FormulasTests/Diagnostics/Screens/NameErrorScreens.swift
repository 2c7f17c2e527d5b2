import Testing

/// Names that mean nothing here, and fields that are not there.
struct NameErrorScreens {
    @Test func `a misspelt name is answered with the nearest`() {
        expectScreen(
            """
            alphabet = 1
            alphabte + 1
            """,
            """
            cell:2:1: error: unknown name alphabte
                2 │ alphabte + 1
                  │ ^^^^^^^^
                  = help: did you mean alphabet?
            """)
    }

    @Test func `a misspelt built-in is answered with the nearest`() {
        expectScreen(
            "zeors(3)",
            """
            cell:1:1: error: unknown name zeors
                1 │ zeors(3)
                  │ ^^^^^
                  = help: did you mean zeros?
            """)
    }

    @Test func `a name that resembles nothing says how to bind one`() {
        expectScreen(
            "wizard + 1",
            """
            cell:1:1: error: unknown name wizard
                1 │ wizard + 1
                  │ ^^^^^^
                  = help: a name is bound with wizard = …
            """)
    }

    @Test func `a prime is part of a name`() {
        expectScreen(
            """
            x = 3
            x' + 1
            """,
            """
            cell:2:1: error: unknown name x'
                2 │ x' + 1
                  │ ^^
                  = help: x' is a name of its own here; the transpose is xᵀ, the derivative ∂x
            """)
    }

    @Test func `an unknown name in a function has its calls`() {
        expectScreen(
            """
            f(x) = x + wieght
            g(x) = 2 * f(x)
            weight = 3
            g(1)
            """,
            """
            cell:1:12: error: unknown name wieght
                1 │ f(x) = x + wieght
                  │            ^^^^^^
                  = help: did you mean weight?
              in f, called at cell:2:12
              in g, called at cell:4:1
            """)
    }

    @Test func `the nearest name may be local`() {
        expectScreen(
            """
            f(support) = suport²
            f(2)
            """,
            """
            cell:1:14: error: unknown name suport
                1 │ f(support) = suport²
                  │              ^^^^^^
                  = help: did you mean support?
              in f, called at cell:2:1
            """)
    }

    @Test func `the functions of other languages`() {
        expectScreen(
            "range(3)",
            """
            cell:1:1: error: unknown name range
                1 │ range(3)
                  │ ^^^^^
                  = help: a range is 0..<n, or 0..n with both ends
            """)
    }

    @Test func `the constants of other languages`() {
        expectScreen(
            "True",
            """
            cell:1:1: error: unknown name True
                1 │ True
                  │ ^^^^
                  = help: it is written true
            """)
    }

    @Test func `the modules of other languages`() {
        expectScreen(
            "np.exp(3)",
            """
            cell:1:1: error: unknown name np
                1 │ np.exp(3)
                  │ ^^
                  = help: functions stand by themselves: exp(x), and not np.exp(x)
            """)
    }

    @Test func `a field that is not there`() {
        expectScreen(
            """
            θ = {W: [1, 2], bias: 0}
            θ.bais
            """,
            """
            cell:2:3: error: the record has no field bais
                2 │ θ.bais
                  │   ^^^^
                  = help: did you mean bias? its fields: W, bias
            """)
    }

    @Test func `a field of what has none`() {
        expectScreen(
            """
            x = [1, 2]
            x.loss
            """,
            """
            cell:2:3: error: a vector of 2 has no field loss
                2 │ x.loss
                  │   ^^^^
            """)
    }

    @Test func `a method of other languages`() {
        expectScreen(
            """
            x = [[1, 2]]
            x.sum()
            """,
            """
            cell:2:3: error: a matrix [1, 2] has no field sum
                2 │ x.sum()
                  │   ^^^
                  = help: functions stand before their argument: sum(x)
            """)
    }

    @Test func `the transpose of other languages`() {
        expectScreen(
            """
            A = [[1, 2]]
            A.T
            """,
            """
            cell:2:3: error: a matrix [1, 2] has no field T
                2 │ A.T
                  │   ^
                  = help: the transpose is Aᵀ or transpose(A)
            """)
    }

    @Test func `a field to unpack that is not there`() {
        expectScreen(
            "{support, qeury} = {support: 1, query: 2}",
            """
            cell:1:11: error: the record has no field qeury
                1 │ {support, qeury} = {support: 1, query: 2}
                  │           ^^^^^
                  = help: did you mean query? its fields: support, query
            """)
    }

    @Test func `a built-in's name is not bound`() {
        expectScreen(
            "sin = 3",
            """
            cell:1:1: error: sin is a built-in function
                1 │ sin = 3
                  │ ^^^
                  = help: choose another name
                  = see ?sin
            """)
    }

    @Test func `a constant's name is not bound`() {
        expectScreen(
            "π = 3",
            """
            cell:1:1: error: π is a constant
                1 │ π = 3
                  │ ^
                  = help: choose another name
                  = see ?π
            """)
    }

    @Test func `an unknown name in a string`() {
        expectScreen(
            #"s = "a is {aa}""#,
            """
            cell:1:12: error: unknown name aa
                1 │ s = "a is {aa}"
                  │            ^^
                  = help: a name is bound with aa = …
            """)
    }
}
