import Files
import Glibc
import TemporaryFolders
import Testing

@Suite struct WholeFileTests {
    @Test func `a file's bytes come back, also of one whose size is not known before`() throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(try WholeFile.read(try folder.write(bytes, to: "a")) == bytes)
        #expect(try WholeFile.read(try folder.write("", to: "b")).isEmpty)
        #expect(try !WholeFile.read("/proc/self/status").isEmpty)
    }

    @Test func `what is no file is refused, and nothing waits for a pipe`() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
        for (path, reason) in [
            (folder.path, "it is a folder"), ("/dev/zero", "it is not a regular file"),
            ("\(folder.path)/pipe", "it is not a regular file"), ("\(folder.path)/none", "there is no such file"),
            ("a\0b", "a path can't hold a zero byte"),
        ] {
            #expect(throws: FileFailure(path, reason)) { try WholeFile.read(path) }
        }
    }
}
