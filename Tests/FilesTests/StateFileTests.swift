import Files
import Glibc
import TemporaryFolders
import Testing

@Suite struct StateFileTests {
    private let folder: TemporaryFolder
    private let file: StateFile

    init() throws {
        folder = try TemporaryFolder()
        file = StateFile(path: folder.path + "/facts")
    }

    @Test func `facts come back in order, under a line that names the format`() throws {
        #expect(try file.lines() == [])
        try file.append("one")
        try file.append("θ two")
        #expect(try file.lines() == ["one", "θ two"])
        #expect(try folder.text(of: "facts") == "format: 1\none\nθ two\n")
    }

    @Test func `the folders above are made`() throws {
        let deep = StateFile(path: folder.path + "/a/b/facts")
        try deep.append("one")
        #expect(try deep.lines() == ["one"])
    }

    @Test func `a line without its end was never written, and the next one does not continue it`() throws {
        try folder.write("format: 1\none\ntw", to: "facts")
        #expect(try file.lines() == ["one"])
        try file.append("three")
        #expect(try folder.text(of: "facts") == "format: 1\none\nthree\n")
    }

    @Test func `a file torn within its first line begins anew`() throws {
        try folder.write("form", to: "facts")
        #expect(try file.lines() == [])
        try file.append("one")
        #expect(try folder.text(of: "facts") == "format: 1\none\n")
    }

    @Test func `a newer format is left untouched`() throws {
        let text = "format: 2\nwhat nobody knows yet\n"
        try folder.write(text, to: "facts")
        #expect(throws: StateFileProblem.newer(file.path, format: 2)) { try file.lines() }
        #expect(throws: StateFileProblem.newer(file.path, format: 2)) { try file.append("one") }
        #expect(try folder.text(of: "facts") == text)
        #expect(folder.names == ["facts"])
    }

    @Test(arguments: [true, false])
    func `a file without a format is the oldest, and is brought up to date after a backup`(readsFirst: Bool) throws {
        try folder.write("one\n", to: "facts")
        if readsFirst { #expect(try file.lines() == ["one"]) }
        try file.append("two")
        #expect(try folder.text(of: "facts") == "format: 1\none\ntwo\n")
        #expect(try folder.text(of: "facts.0") == "one\n")
    }

    @Test func `a file goes through every format that lies between`() throws {
        try folder.write("format: 1\none\n", to: "facts")
        let later = StateFile(
            path: file.path, migrations: [{ $0 }, { $0.map { $0 + "!" } }, { $0.map { "<\($0)>" } + ["end"] }])
        #expect(try later.lines() == ["<one!>", "end"])
        #expect(try folder.text(of: "facts") == "format: 3\n<one!>\nend\n")
        #expect(try folder.text(of: "facts.1") == "format: 1\none\n")
    }

    @Test func `what can't be written is said, and changes nothing`() {
        let nowhere = StateFile(path: "/proc/no/such/facts")
        #expect(throws: StateFileProblem.self) { try nowhere.append("one") }
    }

    @Test func `many who write at once lose nothing, through a migration too`() async throws {
        try folder.write("old\n", to: "facts")
        let file = file
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask { for number in 0..<25 { try? file.append("\(writer) \(number)") } }
            }
        }
        let lines = try file.lines()
        #expect(lines.first == "old")
        #expect(Set(lines.dropFirst()) == Set((0..<8).flatMap { writer in (0..<25).map { "\(writer) \($0)" } }))
        #expect(lines.count == 201)
    }

    @Test(arguments: ["", "plain", "a\nb", "\\n", "a\\\nb\r\n", "θ\tx"])
    func `a text of several lines is one line, and comes back`(_ text: String) {
        let line = EscapedLine.escape(text)
        #expect(!line.contains { $0.isNewline })
        #expect(EscapedLine.unescape(line) == text)
    }
}
