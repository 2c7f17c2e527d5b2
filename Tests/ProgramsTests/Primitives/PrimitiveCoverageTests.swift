import Foundation
import Testing

/// Guards the table against primitives that were never added to it.
struct PrimitiveCoverageTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Sources/Programs/Primitives").standardizedFileURL

    /// The names declared in the folder with an inheritance clause, each with what it names.
    private func declarations() throws -> [(keyword: String, name: String, inherited: Set<String>)] {
        let declaration = /\b(struct|enum|class|extension|protocol)\s+(\w+)\s*(?:<[^>{]*>)?\s*:\s*([^{]+)\{/
        let files = try #require(FileManager.default.enumerator(at: Self.sources, includingPropertiesForKeys: nil))
        var found: [(String, String, Set<String>)] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            for match in try String(contentsOf: file, encoding: .utf8).matches(of: declaration) {
                let inherited = match.3.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
                found.append((String(match.1), String(match.2), Set(inherited)))
            }
        }
        return found
    }

    @Test func `every primitive has a line in the table`() throws {
        let declarations = try declarations()
        // A protocol made of these is one of these.
        var protocols: Set = ["Primitive", "SingleResult", "Elementwise", "UnaryElementwise", "LinearMapPrimitive"]
        for _ in declarations {
            for item in declarations where item.keyword == "protocol" && !item.inherited.isDisjoint(with: protocols) {
                protocols.insert(item.name)
            }
        }
        let primitives = declarations.filter { $0.keyword != "protocol" && !$0.inherited.isDisjoint(with: protocols) }
        #expect(primitives.count > 30, "the scan of \(Self.sources.path) found \(primitives.map(\.name))")
        let tested = Set(PrimitiveCase.table.map(\.typeName))
        for primitive in primitives {
            #expect(tested.contains(primitive.name), "\(primitive.name) has no line in PrimitiveCase.table")
        }
    }
}
