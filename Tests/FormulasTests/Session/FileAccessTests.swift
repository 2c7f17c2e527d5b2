import Glibc
import TemporaryFolders
import Testing

@testable import Formulas

/// What a lesson may read and write, and that the user may more.
@Suite struct FileAccessTests {
    /// With the lesson's folder `lesson`, the output folder `out`, and a file outside both.
    private let root: TemporaryFolder
    private let lesson: String
    private let out: String
    private let session: Session

    init() throws {
        root = try TemporaryFolder()
        lesson = try root.makeFolder("lesson")
        out = "\(root.path)/out"
        session = Session(
            libraries: LibraryFolders([lesson]), surroundings: Surroundings(files: FileAccess(output: out)))
        try root.write("[1]", to: "secret.json")
        try root.write("[2]", to: "lesson/own.json")
    }

    private func run(_ text: String, inLesson: Bool = true, session: Session? = nil) throws -> Diagnostic? {
        let source = Source(name: inLesson ? "t.md" : "test", text: text, folder: inLesson ? lesson : nil)
        return try (session ?? self.session).run(source).last?.diagnostic
    }

    @Test func `a lesson reads beneath its folder, by a path from there`() throws {
        #expect(try run("read(\"own.json\")") == nil)
        #expect(try run("read(\"\(lesson)/own.json\")") == nil)
        #expect(try run("read(\"../lesson/own.json\")") == nil)
    }

    @Test func `a lesson reads nothing outside its folder`() throws {
        #expect(symlink("../secret.json", "\(lesson)/link.json") == 0)
        #expect(symlink("..", "\(lesson)/up") == 0)
        for path in [
            "../secret.json", "\(root.path)/secret.json", "link.json", "up/secret.json", "/etc/../etc/hostname",
        ] {
            let suffix = path.hasSuffix("json") ? "" : ".txt"
            let failure = try #require(try run("read(\"\(path)\(suffix)\")"))
            #expect(
                failure.message.contains("lies outside the folder") || failure.message.hasPrefix("there is no file"))
        }
        // A folder whose name begins as the lesson's does is another.
        let other = try root.makeFolder("lesson-two")
        try root.write("[3]", to: "lesson-two/x.json")
        #expect(try run("read(\"\(other)/x.json\")")?.message.contains("lies outside the folder of t.md") == true)
    }

    @Test func `what the user wrote goes where the user may`() throws {
        #expect(try run("read(\"\(root.path)/secret.json\")", inLesson: false) == nil)
        #expect(try run("write(\"\(root.path)/new.json\", 1)", inLesson: false) == nil)
        #expect(try run("write(\"\(root.path)/new.json\", 2)", inLesson: false) == nil)
        #expect(try root.text(of: "new.json") == "2\n")
        #expect(!root.names.contains("out"))
    }

    @Test func `a lesson writes beneath the output folder, which is made`() throws {
        #expect(try run("write(\"a.txt\", \"x\")") == nil)
        #expect(try root.text(of: "out/a.txt") == "x")
        #expect(try run("write(\"\(out)/b.txt\", \"x\")") == nil)
        #expect(try run("write(\"no/b.txt\", \"x\")")?.message.contains("its folder does not exist") == true)
    }

    @Test func `a lesson writes nowhere else`() throws {
        for path in ["../a.txt", "\(root.path)/a.txt", "\(lesson)/a.txt"] {
            let failure = try #require(try run("write(\"\(path)\", \"x\")"))
            #expect(failure.message.contains("lies outside the folder \(out)"))
        }
        // The folder that was made to tell is gone again.
        #expect(root.names == ["lesson", "secret.json"])
        #expect(mkdir(out, 0o700) == 0)
        #expect(symlink("..", "\(out)/up") == 0)
        #expect(symlink("../secret.txt", "\(out)/link.txt") == 0)
        try root.write("mine", to: "secret.txt")
        for path in ["up/a.txt", "link.txt"] {
            #expect(try run("write(\"\(path)\", \"x\")")?.message.contains("lies outside the folder") == true)
        }
        #expect(try root.text(of: "secret.txt") == "mine")
        #expect(try run("write(\"..\", plot([1, 2]))") != nil)
    }

    @Test func `a lesson writes over no file, unless it is let`() throws {
        #expect(mkdir(out, 0o700) == 0)
        try root.write("mine", to: "out/a.txt")
        #expect(symlink("nowhere.txt", "\(out)/dangling.txt") == 0)
        for name in ["a.txt", "dangling.txt"] {
            let failure = try #require(try run("write(\"\(name)\", \"x\")"))
            #expect(failure.message == "\(out)/\(name) is there already, and t.md does not write over it")
            #expect(failure.help == "--allow-write lets it")
        }
        #expect(try root.text(of: "out/a.txt") == "mine")
        let allowed = Session(surroundings: Surroundings(files: FileAccess(output: out, mayReplace: true)))
        #expect(try run("write(\"a.txt\", \"x\")", session: allowed) == nil)
        #expect(try root.text(of: "out/a.txt") == "x")
    }

    @Test func `a lesson's function stays a lesson's when the user calls it`() throws {
        #expect(try run("spy(path) = read(path)") == nil)
        let path = "\(root.path)/secret.json"
        #expect(try run("spy(\"\(path)\")", inLesson: false)?.message.contains("lies outside the folder") == true)
        #expect(try run("map(path -> read(path), list(\"\(path)\"))", inLesson: false) == nil)
        #expect(try run("map(read, list(\"\(path)\"))")?.message.contains("lies outside the folder") == true)
    }

    @Test func `a library is held as a lesson is`() throws {
        try root.write("spy(path) = read(path)\nkeep(path) = write(path, \"x\")\n", to: "lesson/tools.loop")
        #expect(try run("use tools\nspy(\"own.json\")", inLesson: false) == nil)
        let path = "\(root.path)/secret.json"
        #expect(try run("spy(\"\(path)\")", inLesson: false)?.message.contains("lies outside the folder") == true)
        #expect(try run("keep(\"\(root.path)/a.txt\")", inLesson: false)?.message.contains("lies outside") == true)
    }
}
