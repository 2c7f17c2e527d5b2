import Glibc
import TemporaryFolders
import Testing

/// What the options of the command line let lessons and scripts do with files.
@Suite struct LessonFilesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func writeLesson(_ code: String) throws -> String {
        let text =
            "---\n{format: 1, id: t, title: T, requires: [], minutes: 1, seed: 1, time-limit: 20, sources: [none], lang: en}\n---\n\n## A\n\n```loop\n\(code)\n```\n"
        return try folder.write(text, to: "t.md")
    }

    @Test func `a lesson that writes does so in the output folder, once, unless it is let`() throws {
        let lesson = try writeLesson("write(\"a.txt\", \"x\")")
        let out = "\(folder.path)/out"
        for command in ["run", "check"] {
            #expect(try ChildProcess.run(command, lesson, "--output", out).status == 0)
            let again = try ChildProcess.run(command, lesson, "--output", out)
            #expect(again.status == 1)
            #expect(again.errors.contains("--allow-write") || again.output.contains("a.txt is there already"))
            #expect(try ChildProcess.run(command, lesson, "--output", out, "--allow-write").status == 0)
            #expect(unlink("\(out)/a.txt") == 0)
        }
    }

    @Test func `a lesson reads what lies beside it and nothing else`() throws {
        try folder.write("[1, 2]", to: "own.json")
        #expect(try ChildProcess.run("run", try writeLesson("read(\"own.json\")")).output.contains("[1, 2]"))
        let outcome = try ChildProcess.run("run", try writeLesson("read(\"/etc/hostname.txt/../../passwd.txt\")"))
        #expect(outcome.status == 1)
    }

    @Test func `a script of the user's reads and writes where the user may`() throws {
        let script = try folder.write(
            "write(\"\(folder.path)/a.json\", [1, 2])\nread(\"\(folder.path)/a.json\")\n", to: "s.loop")
        let outcome = try ChildProcess.run("run", script)
        #expect(outcome.output == "[1, 2]\n")
        #expect(outcome.errors.isEmpty)
    }

    @Test func `a figure is saved, and shown from the middle of a block`() throws {
        let path = "\(folder.path)/f.txt"
        let formula = "{ show(plot([1, 2])); write(\"\(path)\", plot([1, 2])); print(\"after\"); 3 }"
        let outcome = try ChildProcess.run("-e", formula)
        let drawn = try folder.text(of: "f.txt")
        #expect(drawn.contains("┤"))
        #expect(outcome.output.contains("┤"))
        #expect(outcome.output.hasSuffix("after\n3\n"))
        let refused = try ChildProcess.run("-e", "write(\"\(path).csv\", plot([1, 2]))")
        #expect(refused.errors.contains("no figure can be saved as .csv"))
    }

    @Test func `without data sets, load says that there are none`() throws {
        let outcome = try ChildProcess.run("-e", "load(\"glyphs\")", environment: ["INNERLOOP_HOME": folder.path])
        #expect(outcome.errors.contains("there is no data set 'glyphs'"))
    }

    @Test func `a data set beside the lessons is loaded`() throws {
        _ = try folder.makeFolder("datasets")
        try folder.write("x\n1\n2\n", to: "datasets/dots.csv")
        let outcome = try ChildProcess.run("-e", "load(\"dots\").x", environment: ["INNERLOOP_HOME": folder.path])
        #expect(outcome.output == "[1, 2]\n")
    }
}
