import Glibc
import Testing

@testable import Plots

@Suite struct ReplacedFileTests {
    @Test func `a file is replaced whole and nothing is left beside it`() throws {
        let folder = try TemporaryFolder()
        folder.write("an old and longer text", to: "a.txt")
        try ReplacedFile.write(Array("new".utf8), to: "\(folder.path)/a.txt")
        #expect(folder.bytes(of: "a.txt") == Array("new".utf8))
        #expect(folder.names == ["a.txt"])
    }

    @Test func `a missing folder, a folder and a device are refused`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: PlotError.notWritten("\(folder.path)/no/a.txt", reason: "its folder does not exist")) {
            try ReplacedFile.write([1], to: "\(folder.path)/no/a.txt")
        }
        #expect(throws: PlotError.notWritten(folder.path, reason: "it is a folder")) {
            try ReplacedFile.write([1], to: folder.path)
        }
        #expect(throws: PlotError.notWritten("/dev/null", reason: "it is not a regular file")) {
            try ReplacedFile.write([1], to: "/dev/null")
        }
        #expect(folder.names.isEmpty)
    }

    @Test func `a symbolic link stays one`() throws {
        let folder = try TemporaryFolder()
        folder.write("old", to: "real")
        #expect(symlink("real", "\(folder.path)/link") == 0)
        try ReplacedFile.write(Array("new".utf8), to: "\(folder.path)/link")
        #expect(folder.bytes(of: "real") == Array("new".utf8))
        #expect(folder.names == ["link", "real"])
    }
}
