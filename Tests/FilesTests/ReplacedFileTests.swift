import Glibc
import TemporaryFolders
import Testing

import Files

@Suite struct ReplacedFileTests {
    @Test func `a file is replaced whole and nothing is left beside it`() throws {
        let folder = try TemporaryFolder()
        try folder.write("an old and longer text", to: "a.txt")
        try ReplacedFile.write(Array("new".utf8), to: "\(folder.path)/a.txt")
        #expect(try folder.bytes(of: "a.txt") == Array("new".utf8))
        #expect(folder.names == ["a.txt"])
    }

    @Test func `a missing folder, a folder and a device are refused`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FileFailure("\(folder.path)/no/a.txt", "its folder does not exist")) {
            try ReplacedFile.write([1], to: "\(folder.path)/no/a.txt")
        }
        #expect(throws: FileFailure(folder.path, "it is a folder")) {
            try ReplacedFile.write([1], to: folder.path)
        }
        #expect(throws: FileFailure("/dev/null", "it is not a regular file")) {
            try ReplacedFile.write([1], to: "/dev/null")
        }
        #expect(folder.names.isEmpty)
    }

    @Test func `a symbolic link stays one`() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "real")
        #expect(symlink("real", "\(folder.path)/link") == 0)
        try ReplacedFile.write(Array("new".utf8), to: "\(folder.path)/link")
        #expect(try folder.bytes(of: "real") == Array("new".utf8))
        #expect(folder.names == ["link", "real"])
    }
}
