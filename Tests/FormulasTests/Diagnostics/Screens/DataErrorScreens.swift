import Testing

/// Files and data that are not there.
struct DataErrorScreens {
    @Test func `a file that is not there`() {
        expectScreen(
            #"read("nowhere.csv")"#,
            """
            cell:1:1: error: nowhere.csv can't be read: there is no such file
                1 │ read("nowhere.csv")
                  │ ^^^^^^^^^^^^^^^^^^^
                  = see ?read
            """)
    }

    @Test func `a kind of file that is not known`() {
        expectScreen(
            #"read("a.xyz")"#,
            """
            cell:1:6: error: files ending in .xyz are unknown
                1 │ read("a.xyz")
                  │      ^^^^^^^
                  = help: those known here: .csv, .tsv, .json, .npy, .npz, .txt, .md, .loop
                  = see ?read
            """)
    }

    @Test func `a figure's file given a number`() {
        expectScreen(
            #"write("a.png", 3)"#,
            """
            cell:1:1: error: only a figure is saved as .png, found a number
                1 │ write("a.png", 3)
                  │ ^^^^^^^^^^^^^^^^^
                  = see ?write
            """)
    }
}
