import Testing

/// Figures of what can't be drawn.
struct FigureErrorScreens {
    @Test func `nothing to draw`() {
        expectScreen(
            "plot()",
            """
            cell:1:1: error: plot needs something to draw
                1 │ plot()
                  │ ^^^^^^
                  = help: plot(curves…, labels?, bands?, log?, title?, x?, y?, marks?)
                  = see ?plot
            """)
    }

    @Test func `values over other positions`() {
        expectScreen(
            "plot([1, 2], [1, 2, 3])",
            """
            cell:1:1: error: a series has 3 values over 2 positions; they must be as many
                1 │ plot([1, 2], [1, 2, 3])
                  │ ^^^^^^^^^^^^^^^^^^^^^^^
                  = see ?plot
            """)
    }

    @Test func `a string for a curve`() {
        expectScreen(
            #"plot("a")"#,
            """
            cell:1:6: error: plot needs a tensor, found a string
                1 │ plot("a")
                  │      ^^^
                  = see ?plot
            """)
    }

    @Test func `a misspelt option`() {
        expectScreen(
            #"plot([1, 2], lgo: "x")"#,
            """
            cell:1:14: error: plot has no parameter lgo
                1 │ plot([1, 2], lgo: "x")
                  │              ^^^^^^^^
                  = help: did you mean log? plot(curves…, labels?, bands?, log?, title?, x?, y?, marks?)
                  = see ?plot
            """)
    }

    @Test func `an axis that is none`() {
        expectScreen(
            #"plot([1, 2], log: "z")"#,
            """
            cell:1:1: error: log: "z" names no axes; wanted "x", "y" or "xy"
                1 │ plot([1, 2], log: "z")
                  │ ^^^^^^^^^^^^^^^^^^^^^^
                  = see ?plot
            """)
    }

    @Test func `points without their columns`() {
        expectScreen(
            "scatter([1, 2, 3])",
            """
            cell:1:9: error: points are a matrix [n, 2], found a vector of 3
                1 │ scatter([1, 2, 3])
                  │         ^^^^^^^^^
                  = help: one point a row, its x and y in the columns
                  = see ?scatter
            """)
    }

    @Test func `a vector for a matrix`() {
        expectScreen(
            "heatmap([1, 2])",
            """
            cell:1:9: error: what heatmap draws is a matrix, found a vector of 2
                1 │ heatmap([1, 2])
                  │         ^^^^^^
                  = help: [v] is the matrix with the one row v
                  = see ?heatmap
            """)
    }

    @Test func `no bins`() {
        expectScreen(
            "histogram([1, 2], bins: 0)",
            """
            cell:1:1: error: a histogram has 1 to 1000 bins, found 0
                1 │ histogram([1, 2], bins: 0)
                  │ ^^^^^^^^^^^^^^^^^^^^^^^^^^
                  = see ?histogram
            """)
    }

    @Test func `a number for a figure`() {
        expectScreen(
            "grid(3)",
            """
            cell:1:6: error: grid tiles figures, found a number
                1 │ grid(3)
                  │      ^
                  = help: grid(plot(…), bars(…), columns: 2)
                  = see ?grid
            """)
    }

    @Test func `a figure and a number`() {
        expectScreen(
            "plot([1]) + 3",
            """
            cell:1:1: error: + does not work on a figure and a number
                1 │ plot([1]) + 3
                  │ ^^^^^^^^^^^^^
                  = see :help plots
            """)
    }
}
