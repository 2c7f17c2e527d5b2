import Testing

/// Shapes that a built-in does not work on.
struct BuiltInShapeScreens {
    @Test func `an axis that is not there`() {
        expectScreen(
            "sum([1, 2], axis: 1)",
            """
            cell:1:13: error: axis 1 of a tensor of shape [2], which has 1 axis
                1 │ sum([1, 2], axis: 1)
                  │             ^^^^^^^
                  = help: axes go from 0 to 0, or from the end: -1
                  = see ?sum
            """)
    }

    @Test func `an axis of a number`() {
        expectScreen(
            "softmax(3)",
            """
            cell:1:1: error: axis -1 of a number, which has no axes
                1 │ softmax(3)
                  │ ^^^^^^^^^^
                  = see ?softmax
            """)
    }

    @Test func `a shape for more elements`() {
        expectScreen(
            "reshape([1, 2, 3], 2, 2)",
            """
            cell:1:1: error: [3] has 3 elements, shape [2, 2] needs 4
                1 │ reshape([1, 2, 3], 2, 2)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^
                  = see ?reshape
            """)
    }

    @Test func `a shape to be completed`() {
        expectScreen(
            "reshape([1, 2, 3], -1, 2)",
            """
            cell:1:1: error: 3 elements can't be shared out by 2: [3] has no such shape [-1, 2]
                1 │ reshape([1, 2, 3], -1, 2)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^
                  = see ?reshape
            """)
    }

    @Test func `an order of the axes`() {
        expectScreen(
            "transpose(ones(2, 3), [0, 0])",
            """
            cell:1:23: error: [0, 0] is no order of the axes of [2, 3]: each of them is wanted once
                1 │ transpose(ones(2, 3), [0, 0])
                  │                       ^^^^^^
                  = help: such as [1, 0]
                  = see ?transpose
            """)
    }

    @Test func `items to stack of two shapes`() {
        expectScreen(
            "stack(list([1, 2], [1, 2, 3]))",
            """
            cell:1:1: error: a stack needs items of one shape, found [2] and [3]
                1 │ stack(list([1, 2], [1, 2, 3]))
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: list(…) holds items of unequal shapes
                  = see ?stack
            """)
    }

    @Test func `items to join of two shapes`() {
        expectScreen(
            "concat(list(ones(1, 2), ones(1, 3)))",
            """
            cell:1:1: error: [1, 2] and [1, 3] can't be joined along axis 0: all other sizes must be the same
                1 │ concat(list(ones(1, 2), ones(1, 3)))
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = see ?concat
            """)
    }

    @Test func `parts that are not equal`() {
        expectScreen(
            "split([1, 2, 3], 2)",
            """
            cell:1:1: error: [3] can't be split into 2 equal parts along axis 0, which has size 3
                1 │ split([1, 2, 3], 2)
                  │ ^^^^^^^^^^^^^^^^^^^
                  = see ?split
            """)
    }

    @Test func `a condition of another shape`() {
        expectScreen(
            "where([true, false], [1, 2, 3], 0)",
            """
            cell:1:1: error: the condition of where has shape [2], its values [3], and these do not fit
                1 │ where([true, false], [1, 2, 3], 0)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1
                  = see ?where
            """)
    }

    @Test func `labels for other logits`() {
        expectScreen(
            "cross_entropy(ones(2, 3), [0, 1, 2])",
            """
            cell:1:27: error: logits of shape [2, 3] want labels of shape [2], found [3]
                1 │ cross_entropy(ones(2, 3), [0, 1, 2])
                  │                           ^^^^^^^^^
                  = see ?cross_entropy
            """)
    }

    @Test func `a loss of two shapes`() {
        expectScreen(
            "mse(ones(2, 1), [1, 2])",
            """
            cell:1:1: error: mse needs one shape on both sides, found [2, 1] and [2]
                1 │ mse(ones(2, 1), [1, 2])
                  │ ^^^^^^^^^^^^^^^^^^^^^^^
                  = help: a broadcast here is nearly always a mistake; reshape one side
                  = see ?mse
            """)
    }

    @Test func `kernels for other channels`() {
        expectScreen(
            "conv2d(ones(1, 1, 5, 5), ones(1, 2, 3, 3))",
            """
            cell:1:1: error: conv2d needs kernels for as many channels as the images have: images [1, 1, 5, 5]
              have 1, kernels [1, 2, 3, 3] are for 2
                1 │ conv2d(ones(1, 1, 5, 5), ones(1, 2, 3, 3))
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: images are [N, C, H, W], kernels [O, C, h, w]
                  = see ?conv2d
            """)
    }

    @Test func `an image without its axes`() {
        expectScreen(
            "conv2d(ones(5, 5), ones(1, 1, 3, 3))",
            """
            cell:1:8: error: conv2d needs images [N, C, H, W], found [5, 5]
                1 │ conv2d(ones(5, 5), ones(1, 1, 3, 3))
                  │        ^^^^^^^^^^
                  = help: one image is reshape(x, 1, 1, 5, 5)
                  = see ?conv2d
            """)
    }

    @Test func `a window larger than the image`() {
        expectScreen(
            "conv2d(ones(1, 1, 2, 2), ones(1, 1, 3, 3))",
            """
            cell:1:1: error: conv2d: a window of 3×3 does not fit into images of 2×2
                1 │ conv2d(ones(1, 1, 2, 2), ones(1, 1, 3, 3))
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: padding: "same" puts zeros around them
                  = see ?conv2d
            """)
    }

    @Test func `features for other parameters`() {
        expectScreen(
            "batch_norm(ones(2, 3), ones(4), ones(4))",
            """
            cell:1:1: error: batch_norm of [2, 3] needs γ and β of shape [3], found [4] and [4]
                1 │ batch_norm(ones(2, 3), ones(4), ones(4))
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = see ?batch_norm
            """)
    }

    @Test func `a cell whose parameters do not fit together`() {
        expectScreen(
            "lstm_cell([1], [0], [2], ones(1, 4), ones(2, 4), ones(4))",
            """
            cell:1:1: error: lstm_cell does not fit together: found x [1], h [1], c [1], W [1, 4], U [2, 4], b
              [4]
                1 │ lstm_cell([1], [0], [2], ones(1, 4), ones(2, 4), ones(4))
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: for x [n, d], h and c [n, m] it wants W [d, 4m], U [m, 4m] and b [4m]
                  = see ?lstm_cell
            """)
    }

    @Test func `a system that is not square`() {
        expectScreen(
            "solve(ones(2, 3), [1, 2])",
            """
            cell:1:7: error: solve needs a square matrix, found [2, 3]
                1 │ solve(ones(2, 3), [1, 2])
                  │       ^^^^^^^^^^
                  = help: inverse(Aᵀ @ A) @ Aᵀ @ b is the least-squares x
                  = see ?solve
            """)
    }

    @Test func `a matrix that is not square`() {
        expectScreen(
            "det([1, 2])",
            """
            cell:1:1: error: det needs a square matrix, found [2]
                1 │ det([1, 2])
                  │ ^^^^^^^^^^^
                  = see ?det
            """)
    }

    @Test func `shapes in a function have its calls`() {
        expectScreen(
            """
            model(θ, x) = x @ θ.W
            L(θ, x) = mean(model(θ, x)²)
            L({W: ones(3, 1)}, ones(5, 2))
            """,
            """
            cell:1:15: error: the matrix product [5, 2] @ [3, 1] does not fit: the last axis of the left side
              meets the last axis but one of the right, and 2 is not 3
                1 │ model(θ, x) = x @ θ.W
                  │               ^^^^^^^
                  = see ?@
              in model, called at cell:2:16
              in L, called at cell:3:1
            """)
    }
}
