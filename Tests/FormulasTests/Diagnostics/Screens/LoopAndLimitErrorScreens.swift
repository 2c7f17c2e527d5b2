import Testing

/// Loops, blocks, and what has a limit.
struct LoopAndLimitErrorScreens {
    @Test func `a number has no items`() {
        expectScreen(
            "for i in 3 { print(i) }",
            """
            cell:1:10: error: a number has no items to go through
                1 │ for i in 3 { print(i) }
                  │          ^
                  = help: a range 0..n, a list, or a tensor's leading axis
                  = see :help sums
            """)
    }

    @Test func `a comprehension over a number`() {
        expectScreen(
            "[x for x in 3]",
            """
            cell:1:13: error: a number has no items to go through
                1 │ [x for x in 3]
                  │             ^
                  = help: a range 0..n, a list, or a tensor's leading axis
                  = see :help sums
            """)
    }

    @Test func `a comprehension's item has the calls`() {
        expectScreen(
            """
            f(x) = x + [1, 2, 3]
            [f(x) for x in [[1, 2], [3, 4]]]
            """,
            """
            cell:1:8: error: shapes [2] and [3] do not fit for +
                1 │ f(x) = x + [1, 2, 3]
                  │        ^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 2 meets 3
                  = see :help tensors
              in f, called at cell:2:2
            """)
    }

    @Test func `a reduction's item has the calls`() {
        expectScreen(
            """
            f(x) = x + [1, 2, 3]
            sum(f(x) for x in [[1, 2], [3, 4]])
            """,
            """
            cell:1:8: error: shapes [2] and [3] do not fit for +
                1 │ f(x) = x + [1, 2, 3]
                  │        ^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 2 meets 3
                  = see :help tensors
              in f, called at cell:2:5
            """)
    }

    @Test func `a block without a value`() {
        expectScreen(
            """
            f(x) = { y = x }
            f(1)
            """,
            """
            cell:1:10: error: the block ends without a value
                1 │ f(x) = { y = x }
                  │          ^^^^^
                  = help: its last line is its value; a record is {a: 1}
                  = see :help functions
              in f, called at cell:2:1
            """)
    }

    @Test func `a range has a limit`() {
        expectScreen(
            "0..1e12",
            """
            cell:1:1: error: a range holds at most 10000000 numbers, found 1000000000001
                1 │ 0..1e12
                  │ ^^^^^^^
                  = see :help sums
            """)
    }

    @Test func `sequences of two lengths`() {
        expectScreen(
            "zip([1, 2], [1, 2, 3])",
            """
            cell:1:1: error: zip needs sequences of one length, found 2 and 3 items
                1 │ zip([1, 2], [1, 2, 3])
                  │ ^^^^^^^^^^^^^^^^^^^^^^
                  = see ?zip
            """)
    }

    @Test func `more than there is to choose`() {
        expectScreen(
            "choice([1, 2, 3], 5)",
            """
            cell:1:1: error: 5 of 3 items can't be chosen: each is chosen once at most
                1 │ choice([1, 2, 3], 5)
                  │ ^^^^^^^^^^^^^^^^^^^^
                  = see ?choice
            """)
    }
}
