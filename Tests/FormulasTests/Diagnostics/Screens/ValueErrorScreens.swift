import Testing

/// Values that an operator or a function does not work on.
struct ValueErrorScreens {
    @Test func `texts are not added`() {
        expectScreen(
            #""a" + "b""#,
            """
            cell:1:1: error: + does not work on a string and a string
                1 │ "a" + "b"
                  │ ^^^^^^^^^
                  = help: texts are joined in braces: "{a}{b}"
            """)
    }

    @Test func `a function is not added`() {
        expectScreen(
            "sin + 1",
            """
            cell:1:1: error: + does not work on a function and a number
                1 │ sin + 1
                  │ ^^^^^^^
                  = help: a function is called first: f(x)
                  = see :help functions
            """)
    }

    @Test func `a record has no product of matrices`() {
        expectScreen(
            "{W: 1} @ 2",
            """
            cell:1:1: error: @ does not work on a record and a number
                1 │ {W: 1} @ 2
                  │ ^^^^^^^^^^
                  = help: vec(tree) lays a tree out as a vector; r.W is a field
                  = see ?@
            """)
    }

    @Test func `texts have no order`() {
        expectScreen(
            #""a" < "b""#,
            """
            cell:1:1: error: < does not compare a string and a string
                1 │ "a" < "b"
                  │ ^^^^^^^^^
                  = help: numbers and tensors have an order; == and != compare values of any kind
            """)
    }

    @Test func `a condition is no number`() {
        expectScreen(
            """
            x = 3
            if x then 1 else 2
            """,
            """
            cell:2:4: error: a condition is a truth value, found a number
                2 │ if x then 1 else 2
                  │    ^
                  = help: compare it with something, or reduce truth values by all(…) or any(…)
                  = see :help functions
            """)
    }

    @Test func `a condition is one truth value`() {
        expectScreen(
            "if [true, false] then 1 else 2",
            """
            cell:1:4: error: a condition is a truth value, found truth values [2]
                1 │ if [true, false] then 1 else 2
                  │    ^^^^^^^^^^^^^
                  = help: compare it with something, or reduce truth values by all(…) or any(…)
                  = see :help functions
            """)
    }

    @Test func `logic is of truth values`() {
        expectScreen(
            "true and 3",
            """
            cell:1:10: error: and needs truth values, found a number
                1 │ true and 3
                  │          ^
                  = help: a comparison gives them, such as x > 0
            """)
    }

    @Test func `all and any are of truth values`() {
        expectScreen(
            "all([1, 2])",
            """
            cell:1:1: error: all needs truth values, found numbers [2]
                1 │ all([1, 2])
                  │ ^^^^^^^^^^^
                  = help: a comparison gives them, such as x > 0
                  = see ?all
            """)
    }

    @Test func `a choice is by truth values`() {
        expectScreen(
            "where([1, 0], 1, 2)",
            """
            cell:1:1: error: where needs truth values, found numbers [2]
                1 │ where([1, 0], 1, 2)
                  │ ^^^^^^^^^^^^^^^^^^^
                  = help: a comparison gives them, such as x > 0
                  = see ?where
            """)
    }

    @Test func `a string has no transpose`() {
        expectScreen(
            #""a"ᵀ"#,
            """
            cell:1:1: error: a string has no transpose; matrices and linear operators have
                1 │ "a"ᵀ
                  │ ^^^^
                  = see ?ᵀ
            """)
    }

    @Test func `a norm is of numbers`() {
        expectScreen(
            #"‖"a"‖"#,
            """
            cell:1:1: error: norm needs numbers, found a string
                1 │ ‖"a"‖
                  │ ^^^^^
                  = see ?‖
            """)
    }

    @Test func `a negative of a function`() {
        expectScreen(
            "-sin",
            """
            cell:1:1: error: - needs numbers, found a function
                1 │ -sin
                  │ ^^^^
                  = see ?-
            """)
    }

    @Test func `an operator's power is whole`() {
        expectScreen(
            """
            H = ∇²(x -> x · x)([1, 2])
            H^-1
            """,
            """
            cell:2:1: error: an operator is raised to whole powers from 0, found -1
                2 │ H^-1
                  │ ^^^^
                  = help: its inverse is that of a matrix: inverse(matrix(A))
                  = see :help operators
            """)
    }

    @Test func `the identity has no matrix`() {
        expectScreen(
            "matrix(I)",
            """
            cell:1:1: error: I fits any space, so it has no matrix
                1 │ matrix(I)
                  │ ^^^^^^^^^
                  = help: eye(n) is the n × n one
                  = see ?matrix
            """)
    }

    @Test func `a matrix without an inverse`() {
        expectScreen(
            "inverse([[1, 2], [2, 4]])",
            """
            cell:1:1: error: the matrix [2, 2] is singular: it has no inverse
                1 │ inverse([[1, 2], [2, 4]])
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: A + c * eye(n) with a small c has one
                  = see ?inverse
            """)
    }

    @Test func `a matrix that is not symmetric`() {
        expectScreen(
            "eigenvalues([[1, 2], [3, 4]])",
            """
            cell:1:1: error: eigenvalues needs a symmetric matrix, found one that is not
                1 │ eigenvalues([[1, 2], [3, 4]])
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: (A + Aᵀ) / 2 is symmetric; svd works for any matrix
                  = see ?eigenvalues
            """)
    }

    @Test func `a matrix that is not positive definite`() {
        expectScreen(
            "cholesky([[1, 2], [2, 1]])",
            """
            cell:1:1: error: cholesky needs a positive definite matrix, found one that is not
                1 │ cholesky([[1, 2], [2, 1]])
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: A + c * eye(n) is positive definite for a large enough c
                  = see ?cholesky
            """)
    }

    @Test func `the largest of nothing`() {
        expectScreen(
            "max([])",
            """
            cell:1:1: error: [0] holds nothing along axis 0 to take the largest or the smallest of
                1 │ max([])
                  │ ^^^^^^^
                  = see ?max
            """)
    }

    @Test func `a bound of a range is whole`() {
        expectScreen(
            "0..0.5",
            """
            cell:1:4: error: a range's bound is a whole number, found 0.5
                1 │ 0..0.5
                  │    ^^^
            """)
    }

    @Test func `only a record is spread`() {
        expectScreen(
            "{...3, a: 1}",
            """
            cell:1:5: error: ... spreads a record, found a number
                1 │ {...3, a: 1}
                  │     ^
            """)
    }

    @Test func `a function lifted over a tree has its calls`() {
        expectScreen(
            #"map(x -> x + "a", {W: [1, 2]})"#,
            """
            cell:1:10: error: + does not work on a vector of 2 and a string
                1 │ map(x -> x + "a", {W: [1, 2]})
                  │          ^^^^^^^
                  = help: texts are joined in braces: "{a}{b}"
              in a function, called at cell:1:1
            """)
    }
}
