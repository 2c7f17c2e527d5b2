import Testing

/// Statements and brackets that do not come out.
struct StatementErrorScreens {
    @Test func `an equation that is no binding`() {
        expectScreen(
            "x + 1 = 2",
            """
            cell:1:7: error: found `=` after something that cannot be bound
                1 │ x + 1 = 2
                  │       ^
                  = help: equality is `==`; what can be bound is a name, `f(x)`, `[a, b]` or `{a, b}`
            """)
    }

    @Test func `an equals sign inside an expression`() {
        expectScreen(
            "f(x = 3)",
            """
            cell:1:5: error: found `=`, wanted `,` or `)`
                1 │ f(x = 3)
                  │     ^
                  = help: equality is `==`; `=` binds a name at the start of a statement
            """)
    }

    @Test func `comparisons do not chain`() {
        expectScreen(
            "1 < 2 < 3",
            """
            cell:1:7: error: found a second comparison `<`: comparisons do not chain
                1 │ 1 < 2 < 3
                  │       ^
                  = help: write `1 < 2 and 2 < …`
            """)
    }

    @Test func `a parameter that is no name`() {
        expectScreen(
            "f(1) = 2",
            """
            cell:1:3: error: found `1`, wanted the name of a parameter
                1 │ f(1) = 2
                  │   ^
                  = help: a function is defined for names: `f(x, k = 2) = …`
            """)
    }

    @Test func `a parameter twice`() {
        expectScreen(
            "f(x, x) = x",
            """
            cell:1:6: error: `x` is a parameter twice
                1 │ f(x, x) = x
                  │      ^
            """)
    }

    @Test func `a field twice`() {
        expectScreen(
            "{a: 1, a: 2}",
            """
            cell:1:8: error: `a` is a field twice
                1 │ {a: 1, a: 2}
                  │        ^
            """)
    }

    @Test func `a choice without its other branch`() {
        expectScreen(
            "if true then 1",
            """
            cell:1:15: error: the text ends where `else` was wanted
                1 │ if true then 1
                  │               ^
            """)
    }

    @Test func `a loop without its body`() {
        expectScreen(
            "for i in 0..3 print(i)",
            """
            cell:1:15: error: found `print`, wanted `{`
                1 │ for i in 0..3 print(i)
                  │               ^^^^^
                  = help: its body stands in braces: `{ … }`
            """)
    }

    @Test func `a generator without its item`() {
        expectScreen(
            "[for x in xs]",
            """
            cell:1:2: error: found `for`, wanted an expression
                1 │ [for x in xs]
                  │  ^^^
                  = help: items in a list are `[e for x in xs]`
            """)
    }

    @Test func `a further argument beside a generator`() {
        expectScreen(
            "sum(x for x in [1], 2)",
            """
            cell:1:5: error: found a further argument beside `e for x in xs`
                1 │ sum(x for x in [1], 2)
                  │     ^^^^^^^^^^^^^^
                  = help: put it in brackets: `[e for x in xs]`
            """)
    }

    @Test func `a string left open`() {
        expectScreen(
            #"s = "abc"#,
            #"""
            cell:1:5: error: a string that is not closed on its line
                1 │ s = "abc
                  │     ^^^^
                  = help: end it with `"`; a line break inside a string is `\n`
            """#)
    }

    @Test func `single quotes are no string`() {
        expectScreen(
            "s = 'abc'",
            """
            cell:1:5: error: `'` without a name before it
                1 │ s = 'abc'
                  │     ^
                  = help: a prime ends a name, `θ'`; the transpose is `Aᵀ`, a string `"text"`
            """)
    }

    @Test func `a backslash that starts nothing`() {
        expectScreen(
            #"s = "a\qb""#,
            #"""
            cell:1:7: error: found a backslash that starts no character
                1 │ s = "a\qb"
                  │       ^^
                  = help: there are \n, \t, \r, \0, \", \\, \{, \} and \u{3B8}; a backslash itself is \\
            """#)
    }

    @Test func `a formula in a string that is none`() {
        expectScreen(
            #"s = "a {1 + } b""#,
            """
            cell:1:13: error: found `}`, wanted an expression
                1 │ s = "a {1 + } b"
                  │             ^
            """)
    }

    @Test func `a norm left open`() {
        expectScreen(
            "y = ‖x + 1",
            """
            cell:1:11: error: the text ends where an operator or the closing `‖` was wanted
                1 │ y = ‖x + 1
                  │           ^
            """)
    }

    @Test func `a number that starts with its point`() {
        expectScreen(
            "y = .5",
            """
            cell:1:5: error: found `.`, wanted an expression
                1 │ y = .5
                  │     ^
                  = help: a number starts with a digit: `0.5`; an item is `x[0]`
            """)
    }

    @Test func `a word of the language as a name`() {
        expectScreen(
            "if = 3",
            """
            cell:1:4: error: found `=`, wanted an expression
                1 │ if = 3
                  │    ^
                  = help: `if` is a word of the language and cannot be a name
            """)
    }

    @Test func `a use of nothing`() {
        expectScreen(
            "use",
            """
            cell:1:1: error: unknown name use
                1 │ use
                  │ ^^^
                  = help: use NAME loads a library, such as use maml
            """)
    }
}
