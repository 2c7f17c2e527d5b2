import Files
import TemporaryFolders
import Testing

@testable import Lessons

@Suite struct ProgressFileTests {
    private let folder: TemporaryFolder
    private let file: ProgressFile

    init() throws {
        folder = try TemporaryFolder()
        file = ProgressFile(path: folder.path + "/progress")
    }

    private func lesson(_ middle: String = "Prose.") throws -> Lesson {
        try #require(reading("Opening.\n\n## One\n\nA.\n\n## Two\n\n\(middle)\n\n## Three\n\nC.\n").lesson)
    }

    private func done(_ lesson: Lesson) throws -> [Int] {
        let progress = try file.read()
        return lesson.steps.indices.filter { progress.isDone(step: $0, of: lesson) }
    }

    @Test func `what is marked is done, and the first that is not is where to go on`() throws {
        let lesson = try lesson()
        #expect(try file.read().firstNotDone(of: lesson) == 0)
        try file.markDone(step: 0, of: lesson)
        try file.markDone(step: 2, of: lesson)
        #expect(try done(lesson) == [0, 2])
        #expect(try file.read().firstNotDone(of: lesson) == 1)
        try file.markDone(step: 1, of: lesson)
        #expect(try file.read().firstNotDone(of: lesson) == nil)
        #expect(try file.read().doneCount(of: lesson) == 3)
    }

    @Test func `an edited step loses its own mark and no other`() throws {
        let lesson = try lesson()
        for step in 0..<3 { try file.markDone(step: step, of: lesson) }
        #expect(try done(try self.lesson("Other prose.")) == [0, 2])
        #expect(try done(try self.lesson("Prose.  ")) == [0, 1, 2])
        #expect(try done(lesson) == [0, 1, 2])
    }

    @Test func `a mark is written once`() throws {
        let lesson = try lesson()
        try file.markDone(step: 0, of: lesson)
        try file.markDone(step: 0, of: lesson)
        #expect(try folder.text(of: "progress").split(separator: "\n").count == 2)
    }

    @Test func `a step, a lesson and all lessons can be forgotten`() throws {
        let lesson = try lesson()
        for step in 0..<3 { try file.markDone(step: step, of: lesson) }
        try file.forget(step: 1, of: lesson)
        #expect(try done(lesson) == [0, 2])
        try file.forget(lesson)
        #expect(try done(lesson) == [])
        try file.markDone(step: 1, of: lesson)
        try file.forgetAll()
        #expect(try done(lesson) == [])
    }

    @Test func `lines that make no sense count for nothing`() throws {
        let lesson = try lesson()
        try file.markDone(step: 0, of: lesson)
        let text = try folder.text(of: "progress")
        try folder.write(text + "done\tt\ttwo\nnonsense\n\u{0}\u{0}\ndone\tt\tthr", to: "progress")
        #expect(try done(lesson) == [0])
    }
}
