import Glibc
import TemporaryFolders
import Testing

@testable import innerloop

@Suite struct FileCompletionTests {
    @Test func `files and folders that begin so are offered, folders with a slash`() throws {
        let folder = try TemporaryFolder().path
        for name in ["train.csv", "my-test data.csv", ".hidden"] { try ChildProcess.write([], to: "\(folder)/\(name)") }
        mkdir(folder + "/tracks", 0o700)
        func candidates(_ path: String, _ word: String) -> [String] {
            FileCompletion.candidates(for: "\(folder)/\(path)", endingIn: word).sorted()
        }
        #expect(candidates("tr", "tr") == ["tracks/", "train.csv"])
        #expect(candidates("", "") == ["my-test data.csv", "tracks/", "train.csv"])
        #expect(candidates(".h", ".h") == [".hidden"])
        // A word ends at blanks and signs, which a path may hold.
        #expect(candidates("my-te", "te") == ["test data.csv"])
        #expect(candidates("my-test da", "da") == ["data.csv"])
        #expect(candidates("none", "none").isEmpty)
        #expect(FileCompletion.candidates(for: folder + "/nowhere/x", endingIn: "x").isEmpty)
    }
}
