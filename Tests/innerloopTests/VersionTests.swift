import Formulas
import Testing

@testable import innerloop

@Suite struct VersionTests {
    @Test func `the changelog begins with this version`() throws {
        let text = try SourceFile.read(ProjectFolder.path + "/CHANGELOG.md").text
        let first = text.split(separator: "\n").first { $0.hasPrefix("## ") }
        #expect(first == "## \(Version.number) - \(Version.date)")
    }
}
