import Testing

/// Calls with the wrong arguments.
struct CallErrorScreens {
    @Test func `a function given too many`() {
        expectScreen(
            """
            f(x) = x
            f(1, 2)
            """,
            """
            cell:2:6: error: f(x) takes 1 argument, found 2
                2 │ f(1, 2)
                  │      ^
            """)
    }

    @Test func `a function given too few`() {
        expectScreen(
            """
            f(x, y) = x
            f(1)
            """,
            """
            cell:2:1: error: f(x, y) needs its argument y
                2 │ f(1)
                  │ ^^^^
                  = help: it takes 2 arguments, found 1
            """)
    }

    @Test func `a function given a parameter that it has not`() {
        expectScreen(
            """
            f(x, step = 1) = x
            f(1, stpe: 2)
            """,
            """
            cell:2:6: error: f(x, step) has no parameter stpe
                2 │ f(1, stpe: 2)
                  │      ^^^^^^^
                  = help: did you mean step?
            """)
    }

    @Test func `a function given a parameter twice`() {
        expectScreen(
            """
            f(x) = x
            f(1, x: 2)
            """,
            """
            cell:2:6: error: f(x) is given x twice
                2 │ f(1, x: 2)
                  │      ^^^^
            """)
    }

    @Test func `a lambda given too many`() {
        expectScreen(
            "(x -> x²)(1, 2)",
            """
            cell:1:14: error: the function x -> x² takes 1 argument, found 2
                1 │ (x -> x²)(1, 2)
                  │              ^
            """)
    }

    @Test func `a built-in given too many`() {
        expectScreen(
            "sin(1, 2)",
            """
            cell:1:8: error: sin takes 1 argument, found 2
                1 │ sin(1, 2)
                  │        ^
                  = help: sin(x)
                  = see ?sin
            """)
    }

    @Test func `a built-in given too few`() {
        expectScreen(
            "linspace(0, 1)",
            """
            cell:1:1: error: linspace needs its argument n
                1 │ linspace(0, 1)
                  │ ^^^^^^^^^^^^^^
                  = help: linspace(a, b, n)
                  = see ?linspace
            """)
    }

    @Test func `a built-in given a parameter that it has not`() {
        expectScreen(
            "sum([1, 2], axes: 0)",
            """
            cell:1:13: error: sum has no parameter axes
                1 │ sum([1, 2], axes: 0)
                  │             ^^^^^^^
                  = help: did you mean axis? sum(x, axis?, keep?)
                  = see ?sum
            """)
    }

    @Test func `a built-in given a parameter twice`() {
        expectScreen(
            "concat([1], [2], axis: 0)",
            """
            cell:1:18: error: concat is given axis twice
                1 │ concat([1], [2], axis: 0)
                  │                  ^^^^^^^
                  = help: concat(items, axis?)
                  = see ?concat
            """)
    }

    @Test func `a built-in given another kind`() {
        expectScreen(
            #"sin("x")"#,
            """
            cell:1:5: error: sin needs a tensor, found a string
                1 │ sin("x")
                  │     ^^^
                  = see ?sin
            """)
    }

    @Test func `a built-in of tensors given a record`() {
        expectScreen(
            "relu({W: 1})",
            """
            cell:1:6: error: relu needs a tensor, found a record
                1 │ relu({W: 1})
                  │      ^^^^^^
                  = help: map(relu, tree) works leaf by leaf
                  = see ?relu
            """)
    }

    @Test func `a built-in of functions given a number`() {
        expectScreen(
            "jvp(3, 1, 1)",
            """
            cell:1:5: error: jvp needs a function, found a number
                1 │ jvp(3, 1, 1)
                  │     ^
                  = see ?jvp
            """)
    }

    @Test func `a whole number is wanted`() {
        expectScreen(
            "zeros(2.5)",
            """
            cell:1:7: error: a size is a whole number, found 2.5
                1 │ zeros(2.5)
                  │       ^^^
                  = see ?zeros
            """)
    }

    @Test func `a size is not negative`() {
        expectScreen(
            "randn(2, -1)",
            """
            cell:1:10: error: a size is not negative, found -1
                1 │ randn(2, -1)
                  │          ^^
                  = see ?randn
            """)
    }

    @Test func `true or false is wanted`() {
        expectScreen(
            "sum([1, 2], keep: 3)",
            """
            cell:1:13: error: keep is true or false, found a number
                1 │ sum([1, 2], keep: 3)
                  │             ^^^^^^^
                  = see ?sum
            """)
    }

    @Test func `a string is wanted`() {
        expectScreen(
            "read(3)",
            """
            cell:1:6: error: path is a string, found a number
                1 │ read(3)
                  │      ^
                  = see ?read
            """)
    }

    @Test func `a choice of words is wanted`() {
        expectScreen(
            #"conv2d(ones(1, 1, 5, 5), ones(1, 1, 3, 3), padding: "sam")"#,
            """
            cell:1:44: error: padding is "valid", "same" or a number, found "sam"
                1 │ conv2d(ones(1, 1, 5, 5), ones(1, 1, 3, 3), padding: "sam")
                  │                                            ^^^^^^^^^^^^^^
                  = see ?conv2d
            """)
    }

    @Test func `a number is no function`() {
        expectScreen(
            """
            k = 3
            k(4)
            """,
            """
            cell:2:1: error: k is a number, not a function
                2 │ k(4)
                  │ ^
                  = help: a product is a * b
            """)
    }

    @Test func `a tensor is no function`() {
        expectScreen(
            """
            x = [1, 2]
            x(0)
            """,
            """
            cell:2:1: error: x is a vector of 2, not a function
                2 │ x(0)
                  │ ^
                  = help: an item is x[i], with an index from 0; a product is a * b
            """)
    }

    @Test func `a mistake in the body has the call beside it`() {
        expectScreen(
            """
            f(x) = x + "a"
            1 + f(2)
            """,
            """
            cell:1:8: error: + does not work on a number and a string
                1 │ f(x) = x + "a"
                  │        ^^^^^^^
                  = help: texts are joined in braces: "{a}{b}"
              in f, called at cell:2:5
            """)
    }

    @Test func `a mistake in a default has the call beside it`() {
        expectScreen(
            """
            f(x, k = x + "a") = x
            x = 1
            f(2)
            """,
            """
            cell:1:10: error: + does not work on a number and a string
                1 │ f(x, k = x + "a") = x
                  │          ^^^^^^^
                  = help: texts are joined in braces: "{a}{b}"
              in f, called at cell:3:1
            """)
    }

    @Test func `a special form given too few`() {
        expectScreen(
            """
            a = 1
            vary(a, [1, 2])
            """,
            """
            cell:2:1: error: vary takes 3 arguments, found 2
                2 │ vary(a, [1, 2])
                  │ ^^^^^^^^^^^^^^^
                  = see ?vary
            """)
    }

    @Test func `a special form given a formula for a name`() {
        expectScreen(
            """
            a = 1
            vary(a + 1, [1, 2], a)
            """,
            """
            cell:2:6: error: vary takes the name of a top-level binding, found a + 1
                2 │ vary(a + 1, [1, 2], a)
                  │      ^^^^^
                  = help: bind it first: x = …, then vary by x
                  = see ?vary
            """)
    }

    @Test func `a form of bindings given a local name`() {
        expectScreen(
            """
            f(a) = diff(a², a)
            f(1)
            """,
            """
            cell:1:17: error: a is a local name here, and diff takes a top-level binding
                1 │ f(a) = diff(a², a)
                  │                 ^
                  = help: ∇ and ∂ differentiate functions of local values
                  = see ?diff
              in f, called at cell:2:1
            """)
    }
}
