import Formulas
import Lessons
import TemporaryFolders

@testable import innerloop

/// Two short lessons in a folder of their own.
enum WrittenLessons {
    static func library() throws -> LessonLibrary {
        let folder = try TemporaryFolder().path
        try ChildProcess.write(Array(first.utf8), to: folder + "/01-first.md")
        try ChildProcess.write(Array(second.utf8), to: folder + "/02-second.md")
        return LessonLibrary(candidates: [folder])
    }

    private static let first = """
        ---
        format: 1
        id: first
        title: "The first lesson"
        requires: []
        minutes: 3
        seed: 1
        time-limit: 20
        sources:
          - "none"
        lang: en
        ---

        ## Bind

        A number for the next step.

        ```loop
        x = 3
        ```

        ## Add

        ```loop
        x + 4
        ```

        ## Add more

        ```loop
        x + 5
        ```
        """

    private static let second = """
        ---
        format: 1
        id: second
        title: "The second lesson"
        requires: [first]
        minutes: 5
        seed: 2
        time-limit: 20
        sources:
          - "none"
        lang: en
        ---

        ## Only this

        ```loop
        1 + 1
        ```
        """
}

/// Runs the prompt on scripted input and gives what was shown.
func screen(
    _ terminal: ScriptedTerminal, library: LessonLibrary = LessonLibrary(candidates: []), session: Session = Session(),
    kept: KeptState = KeptState()
) -> String {
    Repl(
        terminal: terminal, session: session, library: library, figures: FigureScreen(searchPath: ""), kept: kept
    ).run()
    return terminal.screen
}
