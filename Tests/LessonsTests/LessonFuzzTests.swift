import Foundation
import Formulas
import RandomTexts
import Testing
import Typography

@testable import Lessons

/// No lesson is too broken to be read: what is wrong with it is in the result. `make stress` sets
/// `INNERLOOP_FUZZ_INPUTS` to many more.
struct LessonFuzzTests {
    private static let count =
        (ProcessInfo.processInfo.environment["INNERLOOP_FUZZ_INPUTS"].flatMap { Int($0) } ?? 20_000) / 20

    /// Steps of the lessons that come along, each with the front matter before it.
    private static func texts() throws -> [String] {
        let root = String(#filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" })
        return try LessonLibrary(candidates: [root]).paths.flatMap { path in
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let parts = text.components(separatedBy: "\n## ")
            return parts.dropFirst().map { parts[0] + "\n## " + $0 }
        }
    }

    @Test func `whatever a file holds is read or diagnosed, and what is read can be shown`() throws {
        let lessons = try Self.texts()
        #expect(!lessons.isEmpty)
        for index in 0..<Self.count {
            var texts = RandomTexts(seed: UInt64(index))
            let text = texts.changed(texts.pick(lessons), others: lessons)
            let reading = LessonReader.read(bytes: Array(text.utf8), name: "changed.md")
            #expect(reading.lesson != nil || !reading.problems.isEmpty, "\(index)")
            for problem in reading.problems { _ = DiagnosticRenderer(color: false, unicode: true).render(problem) }
            guard let lesson = reading.lesson else { continue }
            for width in [40, 80] {
                let printer = LessonPrinter(width: width, usesColour: false)
                for step in lesson.steps.indices {
                    for line in printer.lines(of: lesson.blocks(ofStep: step)) {
                        #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(index)")
                    }
                }
            }
        }
    }
}
