import Glibc
import TemporaryFolders
import Testing

@Suite struct CheckSubcommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ body: String) throws -> String {
        try folder.write("---\n{format: 1, id: t, title: T}\n---\n\n## A\n\(body)\n", to: "t.md")
    }

    @Test func `the counts stand at the end, and the status says whether all is well`() throws {
        let path = try write("```loop\nclaim 1 == 1\nrefute 1 == 2\n```")
        let outcome = try ChildProcess.run("check", path)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        let counts = "2 claims, 0 derivation lines, 1 refute, 0 exercises, 0 quizzes"
        #expect(outcome.output == "\(path): passed (\(counts))\n1 lesson: \(counts)\n1 passed, 0 failed\n")
        #expect(try ChildProcess.run("check", folder.path).output.hasSuffix("1 passed, 0 failed\n"))
        #expect(try ChildProcess.run("check", try write("```loop\nclaim 1 == 2\n```")).status == 1)
    }

    @Test func `fix rewrites outputs, and the lesson then passes`() throws {
        let path = try write("```loop\n1 + 1\n```\n```output\n3\n```")
        #expect(try ChildProcess.run("check", path).status == 1)
        let fixed = try ChildProcess.run("check", "--fix", path)
        #expect(fixed.status == 0 && fixed.errors == "\(path): 1 output block rewritten\n")
        #expect(try folder.text(of: "t.md").hasSuffix("```output\n2\n```\n"))
        let again = try ChildProcess.run("check", "--fix", path)
        #expect(again.status == 0 && again.errors.isEmpty)
    }

    @Test func `a folder with a curriculum is held to it, and its page is written`() throws {
        let path = try write("```loop shows=\"one\"\nclaim 1 == 1\n```")
        try folder.write("format: 1\nlessons: {t: {truths: {one: \"1 = 1\"}}}\n", to: "curriculum.yaml")
        let before = try ChildProcess.run("check", folder.path)
        #expect(before.status == 1 && before.output.hasSuffix("1 passed, 1 failed\n"))
        #expect(before.errors.contains("COVERAGE.md:1:1: error: the page"))
        let fixed = try ChildProcess.run("check", "--fix", folder.path)
        #expect(fixed.status == 0 && fixed.errors == "\(folder.path)/COVERAGE.md: written\n")
        #expect(fixed.output.contains("\(folder.path)/curriculum.yaml: passed (1 truth, 0 errors of the literature)\n"))
        #expect(try folder.text(of: "COVERAGE.md").contains("[t.md:6](t.md?plain=1#L6)"))
        #expect(try ChildProcess.run("check", folder.path).status == 0)
        // By itself a lesson is only held to the ids.
        _ = try write("```loop shows=\"two\"\nclaim 1 == 1\n```")
        let alone = try ChildProcess.run("check", path)
        #expect(alone.status == 1)
        #expect(alone.errors == "\(path):6:16: error: the curriculum lists no 'two' for lesson 't'\n")
    }

    @Test(arguments: ["tap", "junit"])
    func `results for machines stand alone on standard output`(format: String) throws {
        let path = try write("```loop\nclaim 1 == 2\n```")
        let outcome = try ChildProcess.run("check", "--format", format, path)
        #expect(outcome.status == 1)
        #expect(
            outcome.output.hasPrefix(format == "tap" ? "TAP version 14\n1..1\nnot ok 1 - " : "<?xml version=\"1.0\""))
        #expect(outcome.errors.contains("t.md:7:1: error: the claim"))
        #expect(outcome.output.contains("t.md:7:1: error: the claim"))
    }

    @Test func `an id, a path and a link lead to the same lesson`() throws {
        _ = try write("```loop\n1\n```")
        #expect(symlink("\(folder.path)/t.md", "\(folder.path)/../t-\(getpid()).md") == 0)
        defer { unlink("\(folder.path)/../t-\(getpid()).md") }
        for name in ["\(folder.path)/./t.md", "\(folder.path)/../t-\(getpid()).md", "t"] {
            let outcome = try ChildProcess.run("check", name, environment: ["INNERLOOP_HOME": folder.path])
            #expect(outcome.status == 0, "\(name): \(outcome.errors)")
        }
    }

    @Test func `what a lesson writes is written once`() throws {
        let path = try write("```loop\nwrite(\"a.txt\", \"x\")\n```")
        let out = "\(folder.path)/out"
        let outcome = try ChildProcess.run("check", path, "--output", out)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.text(of: "out/a.txt") == "x")
    }

    @Test func `an id that is none is wrong usage`() throws {
        for id in ["A", "a b", "../a"] { #expect(try ChildProcess.run("new", "lesson", id).status == 2, "\(id)") }
    }
}
