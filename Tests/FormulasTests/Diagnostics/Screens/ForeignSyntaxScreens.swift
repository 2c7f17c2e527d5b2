import Testing

/// What other notations and languages write, and what is written here.
struct ForeignSyntaxScreens {
    @Test func `bars are no absolute value`() {
        expectScreen(
            "y = |x|",
            """
            cell:1:5: error: `|` is not an operator here
                1 │ y = |x|
                  │     ^
                  = help: the absolute value of x is `abs(x)`, its norm `‖x‖` or `norm(x)`
            """)
    }

    @Test func `three equals signs`() {
        expectScreen(
            "x === 1",
            """
            cell:1:3: error: `===` is not an operator here
                1 │ x === 1
                  │   ^^^
                  = help: equality is `==`
            """)
    }

    @Test func `the power of other languages`() {
        expectScreen(
            "x ** 2",
            """
            cell:1:3: error: `**` is not an operator here
                1 │ x ** 2
                  │   ^^
                  = help: a power is `x^2` or `x²`
            """)
    }

    @Test func `the logic of other languages`() {
        expectScreen(
            "a && b",
            """
            cell:1:3: error: `&&` is not an operator here
                1 │ a && b
                  │   ^^
                  = help: write `and`
            """)
    }

    @Test func `the assignments of other languages`() {
        expectScreen(
            "x += 1",
            """
            cell:1:3: error: `+=` is not an operator here
                1 │ x += 1
                  │   ^^
                  = help: write `x = x + e`
            """)
    }

    @Test func `the remainder of other languages`() {
        expectScreen(
            "x % 2",
            """
            cell:1:3: error: found `%`, wanted an operator or the end of the line
                1 │ x % 2
                  │   ^
                  = help: a percentage stands only after `within`; a remainder is `a - b*floor(a / b)`
            """)
    }

    @Test func `the definitions of other languages`() {
        expectScreen(
            "def f(x) = x",
            """
            cell:1:5: error: found `f`, wanted an operator or the end of the line
                1 │ def f(x) = x
                  │     ^
                  = help: a function is f(x) = x²
            """)
    }

    @Test func `the lambdas of other languages`() {
        expectScreen(
            "lambda x: x²",
            """
            cell:1:8: error: found `x`, wanted an operator or the end of the line
                1 │ lambda x: x²
                  │        ^
                  = help: a function without a name is x -> x²
            """)
    }

    @Test func `the choices of other languages`() {
        expectScreen(
            "x = a ? b : c",
            """
            cell:1:7: error: `?` is not part of a formula
                1 │ x = a ? b : c
                  │       ^
                  = help: write `if c then a else b`
            """)
    }
}
