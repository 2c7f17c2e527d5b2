import TemporaryFolders
import Testing

@testable import Formulas

/// Libraries that are not there, or go wrong.
struct LibraryErrorScreens {
    @Test func `a function of a library has its calls, each in its own file`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            """
            step(θ, α) = θ - α * slope(θ)
            slope(θ) = 2 * θ + nothing_there
            """, to: "descent.loop")
        let session = Session(libraries: LibraryFolders([folder.path]))
        expectScreen(
            """
            use descent
            step([1, 2], 0.1)
            """,
            """
            \(path):2:20: error: unknown name nothing_there
                2 │ slope(θ) = 2 * θ + nothing_there
                  │                    ^^^^^^^^^^^^^
                  = help: a name is bound with nothing_there = …
              in slope, called at \(path):1:22
              in step, called at cell:2:1
            """, columns: 200, in: session)
    }

    @Test func `a misspelt library is answered with the nearest`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("one = 1", to: "descent.loop")
        expectScreen(
            "use decsent",
            """
            cell:1:5: error: there is no library decsent
                1 │ use decsent
                  │     ^^^^^^^
                  = help: did you mean descent? looked for decsent.loop in \(folder.path)
            """, columns: 200, in: Session(libraries: LibraryFolders([folder.path])))
    }

    @Test func `a library that holds more than definitions`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("one = 1\none + 1", to: "descent.loop")
        expectScreen(
            "use descent",
            """
            \(path):2:1: error: a library holds definitions, each of one name, and what it uses
                2 │ one + 1
                  │ ^^^^^^^
            """, columns: 200, in: Session(libraries: LibraryFolders([folder.path])))
    }
}
