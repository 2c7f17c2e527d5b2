import Foundation
import Testing

@testable import Lessons

@Suite struct LessonLibraryTests {
    /// A folder that is gone when the test is over.
    private final class Folder {
        let path = NSTemporaryDirectory() + "lessons-" + UUID().uuidString

        init(_ files: [String: String]) throws {
            try FileManager.default.createDirectory(
                atPath: path + "/lessons/library", withIntermediateDirectories: true)
            for (name, text) in files {
                try text.write(toFile: "\(path)/lessons/\(name)", atomically: true, encoding: .utf8)
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private func lesson(_ id: String, requires: String = "[]") -> String {
        "---\n{format: 1, id: \(id), title: T, requires: \(requires)}\n---\n## A\n"
    }

    @Test func `the first candidate that has lessons is taken`() throws {
        let folder = try Folder(["02-b.md": lesson("b"), "01-a.md": lesson("a"), "README.md": "# About", "x.txt": ""])
        let library = LessonLibrary(candidates: ["", "/no/such/folder", folder.path])
        #expect(library.folder == folder.path + "/lessons")
        #expect(library.entries().map(\.id) == ["a", "b"])
        #expect(LessonLibrary(candidates: [folder.path + "/lessons"]).paths == library.paths)
        #expect(LessonLibrary(candidates: ["/no/such/folder"]).folder == nil)
    }

    @Test func `a lesson is found by its id and by its path`() throws {
        let folder = try Folder(["01-a.md": lesson("first"), "02-maml.md": lesson("maml")])
        let library = LessonLibrary(candidates: [folder.path])
        #expect(library.path(of: "maml") == folder.path + "/lessons/02-maml.md")
        #expect(library.path(of: "first") == folder.path + "/lessons/01-a.md")
        #expect(library.path(of: "mine.md") == "mine.md" && library.path(of: "./x") == "./x")
        #expect(library.path(of: "mmal") == nil && library.suggestion(for: "mmal") == "maml")
    }

    @Test func `the candidates are the home that was set, the installation, and the checkout`() {
        #expect(
            LessonLibrary.candidates(home: "/h", executable: "/usr/local/bin/innerloop")
                == ["/h", "/usr/local/share/innerloop"])
        #expect(
            LessonLibrary.candidates(home: nil, executable: "/src/loop/.build/x86_64/debug/innerloop")
                == ["/src/loop/.build/x86_64/share/innerloop", "/src/loop"])
        #expect(LessonLibrary.candidates(home: nil, executable: "innerloop").isEmpty)
    }

    @Test func `requirements must be known, and never lead back`() throws {
        let folder = try Folder([
            "1-a.md": lesson("a", requires: "[b]"), "2-b.md": lesson("b", requires: "[c]"),
            "3-c.md": lesson("c", requires: "[a]"), "4-d.md": lesson("d", requires: "[a, e]"), "5-d.md": lesson("d"),
        ])
        let library = LessonLibrary(candidates: [folder.path])
        let result = LessonChecker(library: library).check(paths: library.paths)
        let found = result.problems.map { $0.description.split(separator: "/").last.map(String.init) ?? "" }
        #expect(result.lessons == 5 && !result.holds)
        #expect(found.contains("1-a.md:2:41: error: the lesson requires itself: a → b → c → a"))
        #expect(found.contains("4-d.md:2:44: error: there is no lesson 'e'"))
        #expect(
            result.problems.contains {
                $0.description.contains("the id 'd' is taken by") && $0.file.hasSuffix("5-d.md")
            })
        #expect(result.problems.count == 5)
    }
}
