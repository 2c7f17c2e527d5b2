import Testing

/// Positions that are not there.
struct IndexErrorScreens {
    @Test func `an index past the end`() {
        expectScreen(
            """
            xs = [1, 2, 3]
            xs[3]
            """,
            """
            cell:2:4: error: index 3 lies outside a size of 3
                2 │ xs[3]
                  │    ^
                  = help: indices go from 0 to 2, or from the end: -1 to -3
                  = see :help tensors
            """)
    }

    @Test func `an index before the start`() {
        expectScreen(
            """
            xs = [1, 2, 3]
            xs[-4]
            """,
            """
            cell:2:4: error: index -4 lies outside a size of 3
                2 │ xs[-4]
                  │    ^^
                  = help: indices go from 0 to 2, or from the end: -1 to -3
                  = see :help tensors
            """)
    }

    @Test func `an index that is not whole`() {
        expectScreen(
            """
            xs = [1, 2, 3]
            xs[0.5]
            """,
            """
            cell:2:4: error: an index is a whole number, found 0.5
                2 │ xs[0.5]
                  │    ^^^
            """)
    }

    @Test func `more indices than axes`() {
        expectScreen(
            """
            xs = [1, 2, 3]
            xs[0, 1]
            """,
            """
            cell:2:1: error: 2 indices into a tensor of shape [3], which has 1 axis
                2 │ xs[0, 1]
                  │ ^^^^^^^^
                  = see :help tensors
            """)
    }

    @Test func `a range past the end`() {
        expectScreen(
            """
            xs = [1, 2, 3]
            xs[1..5]
            """,
            """
            cell:2:4: error: the range 1..<6 lies outside a size of 3
                2 │ xs[1..5]
                  │    ^^^^
                  = help: ranges of indices lie within 0..<3
                  = see :help tensors
            """)
    }

    @Test func `two indices into a list`() {
        expectScreen(
            """
            xs = list(1, [2, 3])
            xs[1, 0]
            """,
            """
            cell:2:1: error: a list has one index, found 2
                2 │ xs[1, 0]
                  │ ^^^^^^^^
                  = help: an item of an item is xs[i][j]
                  = see :help trees
            """)
    }

    @Test func `an index into a record`() {
        expectScreen(
            """
            r = {W: 1, b: 2}
            r[0]
            """,
            """
            cell:2:1: error: a record has fields, not positions
                2 │ r[0]
                  │ ^^^^
                  = help: a field is r.W; its fields: W, b
                  = see :help trees
            """)
    }

    @Test func `an index into a number`() {
        expectScreen(
            "3[0]",
            """
            cell:1:1: error: a number has no items to index
                1 │ 3[0]
                  │ ^^^^
                  = see :help tensors
            """)
    }

    @Test func `a position to gather that is not there`() {
        expectScreen(
            "gather([1, 2, 3], [0, 5])",
            """
            cell:1:1: error: position 5 lies outside a size of 3
                1 │ gather([1, 2, 3], [0, 5])
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^
                  = see ?gather
            """)
    }

    @Test func `a position to gather that is not whole`() {
        expectScreen(
            "gather([1, 2, 3], 0.5)",
            """
            cell:1:1: error: a position is a whole number from 0, found 0.5
                1 │ gather([1, 2, 3], 0.5)
                  │ ^^^^^^^^^^^^^^^^^^^^^^
                  = see ?gather
            """)
    }

    @Test func `a label that is no class`() {
        expectScreen(
            "cross_entropy([1, 2, 3], 3)",
            """
            cell:1:1: error: position 3 lies outside a size of 3
                1 │ cross_entropy([1, 2, 3], 3)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = see ?cross_entropy
            """)
    }

    @Test func `a place that one_hot has not`() {
        expectScreen(
            "one_hot(5, 3)",
            """
            cell:1:9: error: one_hot places a 1 at 0 … 2, found 5
                1 │ one_hot(5, 3)
                  │         ^
                  = see ?one_hot
            """)
    }

    @Test func `an index in a loop`() {
        expectScreen(
            """
            for i in 0..3 {
              x = [1, 2][i]
            }
            """,
            """
            cell:2:14: error: index 2 lies outside a size of 2
                2 │   x = [1, 2][i]
                  │              ^
                  = help: indices go from 0 to 1, or from the end: -1 to -2
                  = see :help tensors
            """)
    }

    @Test func `names for other than as many items`() {
        expectScreen(
            "[a, b] = [1, 2, 3]",
            """
            cell:1:1: error: 2 names for 3 items
                1 │ [a, b] = [1, 2, 3]
                  │ ^^^^^^
            """)
    }
}
