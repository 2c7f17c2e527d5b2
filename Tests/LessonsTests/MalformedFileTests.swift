import Foundation
import Formulas
import Testing

@testable import Lessons

@Suite struct MalformedFileTests {
    private func message(_ bytes: [UInt8]) -> String? {
        let reading = LessonReader.read(bytes: bytes, name: "f.md")
        #expect(reading.lesson == nil)
        return messages(reading).first
    }

    @Test func `an empty file is said to be empty`() {
        #expect(message([]) == "f.md:1:1: error: the file is empty")
        #expect(message(Array("\n \n".utf8)) == "f.md:1:1: error: the file is empty")
    }

    @Test func `a binary file is named with the line of its first zero byte`() {
        #expect(
            message(Array("a\nb\n".utf8) + [0, 1, 2])
                == "f.md:3:1: error: the file is not text: it has a zero byte here")
    }

    @Test(arguments: [[0xFF], [0xC3, 0x28], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0x80]] as [[UInt8]])
    func `bytes that are not UTF-8 are named with their line`(bytes: [UInt8]) {
        let found = message(Array("---\nid: é\n".utf8) + bytes)
        #expect(found?.hasPrefix("f.md:3:1: error: the file is not UTF-8: the byte 0x") == true, "\(found ?? "")")
    }

    @Test func `a folder, and a path that is none, are said to be so`() {
        #expect(
            messages(LessonReader.read(path: "/tmp")) == ["/tmp:1:1: error: this is a folder; a lesson is a file in it"]
        )
        #expect(
            messages(LessonReader.read(path: "/no/such/lesson.md"))
                == ["/no/such/lesson.md:1:1: error: there is no such file"])
    }

    @Test func `an endless file is refused by its size`() {
        #expect(messages(LessonReader.read(path: "/dev/zero")).first?.contains("a lesson has at most") == true)
    }

    @Test func `a line of ten megabytes is refused by its size`() {
        let found = message([UInt8](repeating: UInt8(ascii: "x"), count: 10 << 20))
        #expect(found == "f.md:1:1: error: the file has 10485760 bytes; a lesson has at most 4194304")
    }

    @Test(arguments: ["$", "`", "*", "[", "> ", "- ", "$a$ ", "| ", "\\", "<"])
    func `a long line of marks is read, or refused with its line`(mark: String) {
        let count = 200_000 / mark.utf8.count
        let found = reading("## A\n\n" + String(repeating: mark, count: count) + "\n")
        for problem in found.problems { #expect(problem.span?.start.line ?? 0 >= 5) }
        #expect(found.lesson != nil || !found.problems.isEmpty)
    }

    @Test func `text nested too deep is refused with its line`() {
        let found = messages(reading("## A\n\n" + String(repeating: "> ", count: 200) + "deep\n"))
        #expect(found == ["test.md:7:1: error: the text is nested more than 40 deep here"])
    }

    @Test func `a file cut off anywhere gives a lesson or a diagnostic with a line of it`() {
        let text = """
            ---
            format: 1
            id: cut
            title: "Cut $x$"
            requires: [a, b]
            ---

            ## One

            Some $x_1$ *text* | a | b |

            ```loop expect-error="no"
            x = 1
            ```

            ```plot
            plot(x)
            ```

            *Caption*

            ## Two é
            """
        let bytes = Array(text.utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
        for count in 0..<bytes.count {
            let found = LessonReader.read(bytes: Array(bytes[..<count]), name: "f.md")
            #expect((found.lesson == nil) == !found.problems.isEmpty)
            for problem in found.problems {
                #expect((1...lines).contains(problem.span?.start.line ?? 0), "cut at \(count): \(problem.message)")
            }
        }
    }

    @Test func `a file with other line ends and a byte-order mark reads alike`() throws {
        let text = "---\nformat: 1\nid: t\ntitle: T\n---\n## A\n```loop\nx = 1\n```\n"
        let plain = LessonReader.read(bytes: Array(text.utf8), name: "f.md")
        let other =
            [0xEF, 0xBB, 0xBF]
            + Array(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
        let found = LessonReader.read(bytes: other, name: "f.md")
        #expect(try #require(found.lesson).source.bytes == #require(plain.lesson).source.bytes)
    }
}
