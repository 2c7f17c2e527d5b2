import Testing

/// Shapes that do not go together: both of them, the rule, and what mends it.
struct ShapeErrorScreens {
    @Test func `a sum of vectors of two sizes`() {
        expectScreen(
            "[1, 2] + [1, 2, 3]",
            """
            cell:1:1: error: shapes [2] and [3] do not fit for +
                1 │ [1, 2] + [1, 2, 3]
                  │ ^^^^^^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 2 meets 3
                  = see :help tensors
            """)
    }

    @Test func `a vector along the rows of a matrix`() {
        expectScreen(
            "ones(2, 3) + [1, 2]",
            """
            cell:1:1: error: shapes [2, 3] and [2] do not fit for +
                1 │ ones(2, 3) + [1, 2]
                  │ ^^^^^^^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 3 meets 2; as a column, reshape(v,
                          2, 1), the vector fits
                  = see :help tensors
            """)
    }

    @Test func `a matrix and its transpose`() {
        expectScreen(
            "ones(2, 3) - ones(3, 2)",
            """
            cell:1:1: error: shapes [2, 3] and [3, 2] do not fit for -
                1 │ ones(2, 3) - ones(3, 2)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 3 meets 2; a transpose of one side fits
                  = see :help tensors
            """)
    }

    @Test func `a comparison of two sizes`() {
        expectScreen(
            "[1, 2] < [1, 2, 3]",
            """
            cell:1:1: error: shapes [2] and [3] do not fit for <
                1 │ [1, 2] < [1, 2, 3]
                  │ ^^^^^^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 2 meets 3
                  = see :help tensors
            """)
    }

    @Test func `a product of matrices that wants a transpose`() {
        expectScreen(
            "ones(10, 40) @ ones(1, 40)",
            """
            cell:1:1: error: the matrix product [10, 40] @ [1, 40] does not fit: the last axis of the left
              side meets the last axis but one of the right, and 40 is not 1
                1 │ ones(10, 40) @ ones(1, 40)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: a transpose fits: A @ Bᵀ is [10, 40] @ [40, 1]
                  = see ?@
            """)
    }

    @Test func `a product of two matrices of one shape`() {
        expectScreen(
            "ones(2, 3) @ ones(2, 3)",
            """
            cell:1:1: error: the matrix product [2, 3] @ [2, 3] does not fit: the last axis of the left side
              meets the last axis but one of the right, and 3 is not 2
                1 │ ones(2, 3) @ ones(2, 3)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^
                  = help: a transpose fits: A @ Bᵀ is [2, 3] @ [3, 2], Aᵀ @ B is [3, 2] @ [2, 3]
                  = see ?@
            """)
    }

    @Test func `a product of a matrix and a vector`() {
        expectScreen(
            "ones(2, 3) @ [1, 2]",
            """
            cell:1:1: error: the matrix product [2, 3] @ [2] does not fit: the last axis of the left side
              meets the only axis of the right, and 3 is not 2
                1 │ ones(2, 3) @ [1, 2]
                  │ ^^^^^^^^^^^^^^^^^^^
                  = help: a transpose fits: Aᵀ @ v is [3, 2] @ [2]
                  = see ?@
            """)
    }

    @Test func `a product of matrices that nothing mends`() {
        expectScreen(
            "ones(2, 3) @ ones(4, 5)",
            """
            cell:1:1: error: the matrix product [2, 3] @ [4, 5] does not fit: the last axis of the left side
              meets the last axis but one of the right, and 3 is not 4
                1 │ ones(2, 3) @ ones(4, 5)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^
                  = see ?@
            """)
    }

    @Test func `a product of stacks of matrices`() {
        expectScreen(
            "ones(2, 3, 4) @ ones(5, 4, 3)",
            """
            cell:1:1: error: the matrix product [2, 3, 4] @ [5, 4, 3] does not fit: the leading axes [2] and
              [5] do not fit
                1 │ ones(2, 3, 4) @ ones(5, 4, 3)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: before the last two axes, sizes aligned right must be equal or 1
                  = see ?@
            """)
    }

    @Test func `a product with a number`() {
        expectScreen(
            "[1, 2] @ 3",
            """
            cell:1:1: error: the matrix product [2] @ a number does not fit: @ wants a vector or a matrix on
              either side
                1 │ [1, 2] @ 3
                  │ ^^^^^^^^^^
                  = help: a number is multiplied with *
                  = see ?@
            """)
    }

    @Test func `an inner product of two structures`() {
        expectScreen(
            "{a: 1} · {a: [1, 2]}",
            """
            cell:1:1: error: an inner product needs one structure on both sides, found {a: a number} and {a:
              [2]}
                1 │ {a: 1} · {a: [1, 2]}
                  │ ^^^^^^^^^^^^^^^^^^^^
                  = see ?·
            """)
    }

    @Test func `records of other fields`() {
        expectScreen(
            "{W: 1, b: 2} - {W: 1, c: 2}",
            """
            cell:1:1: error: records with fields W, b and W, c do not fit for -
                1 │ {W: 1, b: 2} - {W: 1, c: 2}
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: only one side has b, c
                  = see :help trees
            """)
    }

    @Test func `a field of other shape in two records`() {
        expectScreen(
            "{W: {a: [1, 2]}} + {W: {a: [1, 2, 3]}}",
            """
            cell:1:1: error: in the trees' .W.a: shapes [2] and [3] do not fit for +
                1 │ {W: {a: [1, 2]}} + {W: {a: [1, 2, 3]}}
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 2 meets 3
                  = see :help trees
            """)
    }

    @Test func `lists of two lengths`() {
        expectScreen(
            "list(1, 2) * list(1, 2, 3)",
            """
            cell:1:1: error: lists of 2 and 3 items do not fit for *
                1 │ list(1, 2) * list(1, 2, 3)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = see :help trees
            """)
    }

    @Test func `an operator applied to another shape`() {
        expectScreen(
            """
            H = ∇²(x -> x · x)([1, 2])
            H @ [1, 2, 3]
            """,
            """
            cell:2:1: error: the operator applies to [2], found [3]
                2 │ H @ [1, 2, 3]
                  │ ^^^^^^^^^^^^^
                  = see :help operators
            """)
    }

    @Test func `an operator multiplied with a vector`() {
        expectScreen(
            """
            H = ∇²(x -> x · x)([1, 2])
            H * [1, 2]
            """,
            """
            cell:2:1: error: * does not work on a linear operator and a vector of 2
                2 │ H * [1, 2]
                  │ ^^^^^^^^^^
                  = help: an operator is applied with @: A @ v
                  = see :help operators
            """)
    }

    @Test func `an operator and a number`() {
        expectScreen(
            """
            H = ∇²(x -> x · x)([1, 2])
            H + 1
            """,
            """
            cell:2:1: error: + does not work on a linear operator and a number
                2 │ H + 1
                  │ ^^^^^
                  = help: operators are added to operators: A + c * I
                  = see :help operators
            """)
    }

    @Test func `operators that do not compose`() {
        expectScreen(
            """
            J = ∂(x -> x[0..1])([1, 2, 3])
            J @ J
            """,
            """
            cell:2:1: error: the left operator applies to [3], the right one gives [2]
                2 │ J @ J
                  │ ^^^^^
                  = see :help operators
            """)
    }
}
