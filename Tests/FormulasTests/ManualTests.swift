import TemporaryFolders
import Testing

@testable import Formulas

/// Every example that the manual shows is run.
struct ManualTests {
    /// What a session shows for a text.
    private func shown(_ text: String, _ session: Session) throws -> String {
        let cells = try session.run(Source(name: "manual", text: text))
        for cell in cells { #expect(cell.isGood, "\(text): \(cell.diagnostic?.message ?? "a claim fails")") }
        return cells.flatMap { cell in
            cell.lines + cell.claims.map { "\($0.text)   ✓ \($0.summary)" }
                + (cell.showsValue ? [cell.value?.inlineText].compactMap { $0 } : [])
        }.joined(separator: "\n")
    }

    @Test(arguments: Manual.symbols.map(\.spellings[0]))
    func `every symbol's example gives what it says`(_ spelling: String) throws {
        let symbol = try #require(Manual.symbol(spelling))
        let libraries = LibraryFolders(["lessons/library"])
        #expect(try shown(symbol.example.formula, Session(libraries: libraries)) == symbol.example.output)
    }

    @Test(arguments: Manual.topics.map(\.name))
    func `every page's examples give what they say, one after the other`(_ name: String) throws {
        let session = Session()
        for case .examples(let examples) in try #require(Manual.topic(name)).parts {
            for example in examples {
                #expect(try shown(example.formula, session) == example.output, "\(example.formula)")
            }
        }
    }

    @Test func `every symbol has a page that says more`() {
        for symbol in Manual.symbols {
            #expect(Manual.topic(symbol.topic) != nil, "\(symbol.spellings)")
        }
    }

    @Test func `nothing is called by two symbols or two pages`() {
        let spellings = Manual.symbols.flatMap(\.spellings)
        #expect(Set(spellings).count == spellings.count)
        let pages = Manual.topics.flatMap { [$0.name] + $0.otherNames }
        #expect(Set(pages).count == pages.count)
    }

    @Test func `every word and every sign of the language is explained`() {
        let operators = ChainOperator.allCases.map(\.rawValue) + ComparisonOperator.allCases.map(\.rawValue)
        for sign in operators + ["∇", "∂", "√", "ᵀ", "‖", "->", "..", "..<", "½", "O", "^", "...", "~"] {
            #expect(Manual.symbol(sign) != nil, "\(sign)")
        }
        for word in Token.Kind.keywords.keys.sorted() { #expect(Manual.symbol(word) != nil, "\(word)") }
    }

    @Test func `every built-in stands in one group`() {
        let names = Manual.groups.flatMap { $0.entries.map(\.name) }
        #expect(Set(names).count == names.count)
        for name in Manual.names {
            let isThere = Manual.entry(of: name).map { names.contains($0.name) } ?? (Manual.symbol(name) != nil)
            #expect(isThere, "\(name)")
        }
    }
}
