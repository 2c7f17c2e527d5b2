import Files
import TemporaryFolders
import Testing

@Suite struct NewFileTests {
    @Test func `a file is made once and never written over`() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/a.txt"
        try NewFile.write(Array("one".utf8), to: path)
        #expect(throws: FileFailure(path, "it is there already")) { try NewFile.write(Array("two".utf8), to: path) }
        #expect(try folder.text(of: "a.txt") == "one")
        #expect(throws: FileFailure.self) { try NewFile.write([], to: "\(folder.path)/none/a.txt") }
        #expect(throws: FileFailure.self) { try NewFile.write([], to: "\(folder.path)/a\0b") }
    }
}
