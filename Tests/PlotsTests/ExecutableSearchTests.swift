import Testing

@testable import Plots

@Suite struct ExecutableSearchTests {
    @Test func `only executable files in absolute folders are found`() throws {
        let folder = try TemporaryFolder()
        folder.write("", to: "tool", executable: true)
        folder.write("", to: "text")
        #expect(ExecutableSearch.find("tool", in: "/nowhere:\(folder.path)") == "\(folder.path)/tool")
        #expect(ExecutableSearch.find("text", in: folder.path) == nil)
        #expect(ExecutableSearch.find("tool", in: "::.:tmp") == nil)
        #expect(ExecutableSearch.find("tmp", in: "/") == nil)
    }
}
