import Testing

/// Derivatives of what has none, and directions that do not fit.
struct CalculusErrorScreens {
    @Test func `the gradient of a function of many results`() {
        expectScreen(
            "∇(x -> x²)([1, 2])",
            """
            cell:1:1: error: ∇ needs a function with one number as its result; (x -> x²) gives [2]
                1 │ ∇(x -> x²)([1, 2])
                  │ ^^^^^^^^^^^^^^^^^^
                  = help: ∂ gives the derivative of a function with many results, as an operator: ∂(x -> x²)(…)
                  = see :help gradients
            """)
    }

    @Test func `the gradient of a built-in of many results`() {
        expectScreen(
            "∇sin([1, 2])",
            """
            cell:1:1: error: ∇ needs a function with one number as its result; sin gives [2]
                1 │ ∇sin([1, 2])
                  │ ^^^^^^^^^^^^
                  = help: ∂ gives the derivative of a function with many results, as an operator: ∂sin(…)
                  = see :help gradients
            """)
    }

    @Test func `the gradient of a gradient`() {
        expectScreen(
            """
            f(x) = x · x
            ∇∇f([1, 2])
            """,
            """
            cell:2:1: error: ∇ needs a function with one number as its result; ∇f gives [2]
                2 │ ∇∇f([1, 2])
                  │ ^^^^^^^^^^^
                  = help: ∇² gives the second derivative as an operator: ∇²f(…)
                  = see :help gradients
            """)
    }

    @Test func `the gradient of a number`() {
        expectScreen(
            "∇3",
            """
            cell:1:2: error: a derivative is taken of a function, found a number
                1 │ ∇3
                  │  ^
                  = help: x -> … makes a function; diff(e, α) differentiates by a binding
                  = see :help gradients
            """)
    }

    @Test func `the gradient at a string`() {
        expectScreen(
            #"∇sin("a")"#,
            """
            cell:1:6: error: a derivative is taken by numbers, found a string
                1 │ ∇sin("a")
                  │      ^^^
                  = see :help gradients
            """)
    }

    @Test func `the gradient at truth values`() {
        expectScreen(
            "∇sin(true)",
            """
            cell:1:6: error: a derivative is taken by numbers, found truth values
                1 │ ∇sin(true)
                  │      ^^^^
                  = see :help gradients
            """)
    }

    @Test func `the gradient of a string`() {
        expectScreen(
            #"∇(x -> "a")(1)"#,
            """
            cell:1:1: error: a string has no derivative; the result of the function is a number or a tree of
              them
                1 │ ∇(x -> "a")(1)
                  │ ^^^^^^^^^^^^^^
                  = see :help gradients
            """)
    }

    @Test func `the gradient by an argument that is not given`() {
        expectScreen(
            "grad((x, y) -> x * y, wrt: 2)(1, 2)",
            """
            cell:1:1: error: ((x, y) -> x * y) is differentiated by an argument it is not given here, number 2
              from 0
                1 │ grad((x, y) -> x * y, wrt: 2)(1, 2)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: its parameters: x, y
                  = see ?grad
            """)
    }

    @Test func `the gradient by a name that no parameter has`() {
        expectScreen(
            #"grad((x, y) -> x * y, wrt: "z")(1, 2)"#,
            """
            cell:1:1: error: ((x, y) -> x * y) is differentiated by an argument it is not given here, z
                1 │ grad((x, y) -> x * y, wrt: "z")(1, 2)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: its parameters: x, y
                  = see ?grad
            """)
    }

    @Test func `a built-in without a derivative`() {
        expectScreen(
            "∇(A -> svd(A).S[0])([[1, 2], [3, 4]])",
            """
            cell:1:1: error: svd has no derivative here
                1 │ ∇(A -> svd(A).S[0])([[1, 2], [3, 4]])
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: stop(…) keeps a value constant to the derivative
                  = see :help gradients
            """)
    }

    @Test func `a direction of another shape`() {
        expectScreen(
            "jvp(x -> x², [1, 2], [1, 2, 3])",
            """
            cell:1:22: error: a direction has the shape of the point, [2]; found [3]
                1 │ jvp(x -> x², [1, 2], [1, 2, 3])
                  │                      ^^^^^^^^^
                  = see :help gradients
            """)
    }

    @Test func `too few directions`() {
        expectScreen(
            "∇³(x -> sum(x³))([1, 2])[[1, 2]]",
            """
            cell:1:1: error: a derivative of order 3 is contracted with 2 or 3 directions, found 1
                1 │ ∇³(x -> sum(x³))([1, 2])[[1, 2]]
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = see :help gradients
            """)
    }

    @Test func `a mistake under a gradient has its calls`() {
        expectScreen(
            """
            L(θ) = sum(θ + [1, 2, 3])
            ∇L([1, 2])
            """,
            """
            cell:1:12: error: shapes [2] and [3] do not fit for +
                1 │ L(θ) = sum(θ + [1, 2, 3])
                  │            ^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 2 meets 3
                  = see :help tensors
              in L, called at cell:2:1
            """)
    }

    @Test func `a gradient inside a function has both`() {
        expectScreen(
            """
            inner(x) = ∇(y -> y @ x)([1, 2])
            inner([1, 2, 3])
            """,
            """
            cell:1:19: error: the matrix product [2] @ [3] does not fit: the last axis of the left side meets
              the only axis of the right, and 2 is not 3
                1 │ inner(x) = ∇(y -> y @ x)([1, 2])
                  │                   ^^^^^
                  = see ?@
              in a function, called at cell:1:12
              in inner, called at cell:2:1
            """)
    }

    @Test func `an expansion in more than one number`() {
        expectScreen(
            "taylor(x -> x, at: [1, 2], order: 2)",
            """
            cell:1:1: error: taylor expands by one number, found [2]
                1 │ taylor(x -> x, at: [1, 2], order: 2)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = see ?taylor
            """)
    }

    @Test func `an expansion without its order`() {
        expectScreen(
            "taylor(exp, at: 0)",
            """
            cell:1:1: error: taylor needs its order
                1 │ taylor(exp, at: 0)
                  │ ^^^^^^^^^^^^^^^^^^
                  = help: taylor(f, at: 0, order: 3)
                  = see ?taylor
            """)
    }
}
