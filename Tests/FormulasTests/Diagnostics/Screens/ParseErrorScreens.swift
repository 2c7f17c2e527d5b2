import Testing

/// Texts that are no formulas: what stands there, and what could have.
struct ParseErrorScreens {
    @Test func `an operator at the end wants an operand`() {
        expectScreen(
            "y = 2 +",
            """
            cell:1:8: error: the text ends where an expression was wanted
                1 │ y = 2 +
                  │        ^
            """)
    }

    @Test func `a bracket left open is named with its place`() {
        expectScreen(
            """
            y = (1 +
              2
            """,
            """
            cell:2:4: error: the text ends where `)` was wanted
                2 │   2
                  │    ^
                  = help: `(` of line 1, column 5 is not closed
            """)
    }

    @Test func `a bracket closed by another kind says which closes it`() {
        expectScreen(
            "y = [1, 2)",
            """
            cell:1:10: error: found `)`, wanted `,` or `]`
                1 │ y = [1, 2)
                  │          ^
                  = help: `[` of line 1, column 5 is closed by `]`
            """)
    }

    @Test func `a bracket that closes nothing`() {
        expectScreen(
            "1 + 2)",
            """
            cell:1:6: error: found `)` that closes nothing
                1 │ 1 + 2)
                  │      ^
            """)
    }

    @Test func `an operand missing between two operators`() {
        expectScreen(
            "b = 2 + * 3",
            """
            cell:1:9: error: found `*`, wanted an expression
                1 │ b = 2 + * 3
                  │         ^
            """)
    }

    @Test func `two names side by side are no product`() {
        expectScreen(
            "a b",
            """
            cell:1:3: error: found `b`, wanted an operator or the end of the line
                1 │ a b
                  │   ^
                  = help: a call is written `f(x)`, a product `a * b`
            """)
    }

    @Test func `two numbers side by side are no product`() {
        expectScreen(
            "2 2",
            """
            cell:1:3: error: found `2`, wanted an operator or the end of the line
                1 │ 2 2
                  │   ^
                  = help: a product is written `a * b`; only a number directly before a name multiplies,
                          as in `2x`
            """)
    }

    @Test func `a function applied without parentheses`() {
        expectScreen(
            "sin 3",
            """
            cell:1:5: error: found `3`, wanted an operator or the end of the line
                1 │ sin 3
                  │     ^
                  = help: a call is written `f(x)`, a product `a * b`
            """)
    }

    @Test func `items without a comma`() {
        expectScreen(
            "[1 2]",
            """
            cell:1:4: error: found `2`, wanted `,` or `]`
                1 │ [1 2]
                  │    ^
                  = help: items are separated by commas; a product is written `a * b`
            """)
    }

    @Test func `fields without a comma`() {
        expectScreen(
            "{a: 1 b: 2}",
            """
            cell:1:7: error: found `b`, wanted `,` or `}`
                1 │ {a: 1 b: 2}
                  │       ^
                  = help: items are separated by commas; a product is written `a * b`
            """)
    }

    @Test func `a pair in parentheses is no value`() {
        expectScreen(
            "(a, b)",
            """
            cell:1:3: error: found `,`, wanted `)`
                1 │ (a, b)
                  │   ^
                  = help: several values are a list `[a, b]` or a record `{a: 1, b: 2}`
            """)
    }
}
