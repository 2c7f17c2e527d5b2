import Formulas
import Testing
import Typography

@testable import innerloop

/// What holds for every screen, whatever stands on it.
@Suite struct ScreenWidthTests {
    /// What is typed is the same for all widths.
    private static let transcripts = (withoutPages + HelpScreens.transcripts + TopicScreens.transcripts + [settings])
        .filter { $0.appearance == Appearance(columns: 80) }
    private static let withoutPages =
        GreetingScreens.transcripts + LessonScreens.transcripts + ListScreens.transcripts + ExerciseScreens.transcripts
        + QuizScreens.transcripts + ResultScreens.transcripts + TableScreens.transcripts

    /// How many threads there are depends on the machine.
    private static let settings = Transcript("all settings", columns: 80, "[1] ▸ :set\n[1] ▸")

    @Test(arguments: transcripts, [40, 80, 120])
    func `no line is wider than the terminal`(_ transcript: Transcript, columns: Int) throws {
        for unicode in [true, false] {
            let appearance = Appearance(unicode: unicode, columns: columns)
            let wide = try transcript.answers(in: appearance).filter { DisplayWidth.of($0) > columns }
            #expect(wide.isEmpty, "\(transcript.claim), unicode: \(unicode)")
        }
    }

    @Test(arguments: transcripts)
    func `without Unicode every character is ASCII`(_ transcript: Transcript) throws {
        let lines = try transcript.answers(in: Appearance(unicode: false, columns: 80))
        #expect(lines.filter { $0.utf8.contains { $0 >= 0x80 } }.isEmpty)
    }

    /// Pages of help are none of these: they mark code and headings by signs where there are no inks.
    @Test(arguments: transcripts.filter { same in withoutPages.contains { $0.claim == same.claim } }, [40, 80, 120])
    func `colour adds inks and nothing else`(_ transcript: Transcript, columns: Int) throws {
        let plain = try transcript.lines(in: Appearance(color: false, columns: columns))
        let coloured = try transcript.lines(in: Appearance(color: true, columns: columns))
        #expect(plain == coloured.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") })
    }
}
