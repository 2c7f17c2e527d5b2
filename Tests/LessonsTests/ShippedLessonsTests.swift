import Formulas
import Testing

@testable import Lessons
import Typography

@Suite struct ShippedLessonsTests {
    /// The checkout that this file is in.
    private static let root = String(#filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" })
    private let library = LessonLibrary(candidates: [root])

    @Test func `every lesson can be read`() {
        #expect(!library.paths.isEmpty)
        for path in library.paths {
            let reading = LessonReader.read(path: path)
            #expect(reading.problems.isEmpty, "\(messages(reading))")
        }
    }

    @Test func `every claim of every lesson holds`() {
        let checker = LessonChecker(library: library, makeSession: { LibrarySession(seed: 0).session })
        let result = checker.check(paths: library.paths)
        #expect(result.problems.isEmpty, "\(result.problems.map(\.description).joined(separator: "\n"))")
        #expect(result.claims >= 15 && result.derivationLines >= 3)
    }

    @Test func `the lessons show all that the curriculum lists`() throws {
        let folder = try #require(library.folder)
        let check = try #require(CurriculumCheck(folder: folder))
        let result = check.result()
        #expect(result.problems.isEmpty, "\(result.problems.map(\.description).joined(separator: "\n"))")
        #expect(result.truths >= 10 && result.errors >= 2)
    }

    @Test(arguments: [40, 80])
    func `no line of a lesson is wider than the screen`(width: Int) throws {
        let printer = LessonPrinter(width: width, usesColour: false)
        for path in library.paths {
            let lesson = try #require(LessonReader.read(path: path).lesson)
            for step in lesson.steps.indices {
                for line in printer.title(of: lesson, step: step) + printer.lines(of: lesson.blocks(ofStep: step)) {
                    #expect(DisplayWidth.of(line) <= width, "\(line)")
                    #expect(!line.contains("$") && !line.contains("\\"), "\(line)")
                }
            }
        }
    }
}
