import Testing

/// Screens of a narrow terminal: messages go on in further lines, source lines are cut round the span.
struct NarrowScreens {
    @Test func `a long message and a long line at 40 columns`() {
        expectScreen(
            "loss = mean((ones(10, 40) @ ones(1, 40) - 1)²) + 0.5 * norm(ones(3))",
            """
            cell:1:14: error: the matrix product
              [10, 40] @ [1, 40] does not fit: the
              last axis of the left side meets the
              last axis but one of the right, and 40
              is not 1
                1 │ loss = mean((ones(10, 40) @ on…
                  │              ^^^^^^^^^^^^^^^^^
                  = help: a transpose fits: A
                          @ Bᵀ is [10, 40] @ [40, 1]
                  = see ?@
            """, columns: 40)
    }

    @Test func `a long message and a long line at 60 columns`() {
        expectScreen(
            "loss = mean((ones(10, 40) @ ones(1, 40) - 1)²) + 0.5 * norm(ones(3))",
            """
            cell:1:14: error: the matrix product [10, 40] @ [1, 40]
              does not fit: the last axis of the left side meets the
              last axis but one of the right, and 40 is not 1
                1 │ loss = mean((ones(10, 40) @ ones(1, 40) - 1)²) + 0…
                  │              ^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: a transpose fits: A @ Bᵀ is [10, 40] @ [40, 1]
                  = see ?@
            """, columns: 60)
    }

    @Test func `a span at the end of a long line`() {
        expectScreen(
            "loss = mean((ones(10, 40) - 1)²) + 0.5 * norm(ones(3)) + wieght",
            """
            cell:1:58: error: unknown name wieght
                1 │ …+ 0.5 * norm(ones(3)) + wieght
                  │                          ^^^^^^
                  = help: a name is bound with
                          wieght = …
            """, columns: 40)
    }

    @Test func `a line with wide characters, cut`() {
        expectScreen(
            #"s = "日本語日本語日本語日本語" + nothing_of_the_kind + "日本語日本語日本語""#,
            """
            cell:1:22: error: unknown name
              nothing_of_the_kind
                1 │ …本語日本語" + nothing_of_the_k…
                  │                ^^^^^^^^^^^^^^^^
                  = help: a name is bound with
                          nothing_of_the_kind = …
            """, columns: 40)
    }

    @Test func `a span of many columns, cut`() {
        expectScreen(
            "[1, 2] + [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]",
            """
            cell:1:1: error: shapes [2] and [13]
              do not fit for +
                1 │ [1, 2] + [1, 2, 3, 4, 5, 6, 7,…
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = help: aligned right, sizes
                          must be equal or 1; here 2
                          meets 13
                  = see :help tensors
            """, columns: 40)
    }

    @Test func `the calls of a long name`() {
        expectScreen(
            """
            a_function_with_a_rather_long_name(x) = x + nothing_there
            a_function_with_a_rather_long_name(1)
            """,
            """
            cell:1:45: error: unknown name
              nothing_there
                1 │ …ng_name(x) = x + nothing_there
                  │                   ^^^^^^^^^^^^^
                  = help: a name is bound with
                          nothing_there = …
              in
                a_function_withₐ_rather_long_name,
                called at cell:2:1
            """, columns: 40)
    }
}
