import Datasets
import TemporaryFolders
import Testing

@Suite struct DatasetFoldersTests {
    @Test func `a data set is found by its name, in the first folder that has it`() throws {
        let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
        try first.write("[1]", to: "b.json")
        let archive = try first.write("", to: "a.npz")
        try first.write("[1]", to: "a.json")
        try second.write("", to: "a.npz")
        let table = try second.write("1", to: "c.csv")
        try second.write("", to: "README.md")
        let folders = DatasetFolders(["/no/such/folder", first.path, second.path])
        #expect(folders.names == ["a", "b", "c"])
        #expect(folders.path(of: "a")?.path == archive)
        #expect(folders.path(of: "a")?.format == .npz)
        #expect(folders.path(of: "c")?.path == table)
        #expect(folders.path(of: "README") == nil)
    }

    @Test func `a name leads to no other folder`() throws {
        let folder = try TemporaryFolder()
        try folder.write("1", to: "secret.csv")
        let inner = try folder.makeFolder("datasets")
        #expect(DatasetFolders([inner]).path(of: "../secret") == nil)
        #expect(DatasetFolders([inner]).path(of: "") == nil)
    }
}
