import Formulas
import Glibc

/// The programs with claims that the tests give to a session, found in the string literals of their files.
///
/// A text may go on from another: from a setting of its file, from the texts before it in its test, or from a beginning
/// that values are put in (`"claim \(formula)"`). All of these are offered.
struct TestTexts {
    /// A program with claims, and what is to be run before it.
    struct Program {
        let text: String
        /// Texts to be run first, one of these lists.
        let settings: [[String]]
        let isDerivation: Bool
        let place: String
        /// The beginning that the text was put into, where it is not a literal as it stands.
        let beginning: String?

        var source: Source { Source(name: place, text: text) }

        var parses: Bool {
            (isDerivation ? try? Parser.parseDerivations(source) : try? Parser.parse(source)) != nil
        }
    }

    private(set) var programs: [Program] = []
    /// Texts with claims that values are put in, or joined to.
    private(set) var beginnings: [String] = []
    /// Where a literal was not understood.
    private(set) var misread: [String] = []

    /// The folder of all tests.
    private static let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        .joined(separator: "/")

    /// All tests but those of these folders.
    init(leavingOut others: [String]) throws {
        for path in Self.swiftFiles(in: Self.folder).sorted() {
            let name = String(path.dropFirst(Self.folder.count + 1))
            if others.contains(where: { name.hasPrefix($0) }) { continue }
            guard let text = Self.text(of: path) else { throw UnreadableFile(path: path) }
            let file = SwiftTexts(text)
            misread += file.unclosed.map { "\(name):\($0)" }
            add(file, of: name)
        }
    }

    private mutating func add(_ file: SwiftTexts, of path: String) {
        let shared = Self.texts(of: file.regions[0])
        for (number, region) in file.regions.enumerated() {
            var before: [String] = []
            let texts = Self.texts(of: region)
            let bindings = texts.filter(Self.binds)
            for literal in region.literals {
                // A text may go on from one alone, or from all that came before it.
                let settings = [[]] + (shared + bindings).map { [$0] } + [shared + before]
                let place = "\(path):\(literal.line)"
                func make(_ text: String, isDerivation: Bool = false, beginning: String? = nil) -> Program {
                    Program(
                        text: text, settings: settings, isDerivation: isDerivation, place: place, beginning: beginning)
                }
                let holes = literal.text.count { $0 == SwiftTexts.hole }
                if Self.claims(literal.text), holes > 0 || literal.isJoined && !make(literal.text).parses {
                    beginnings.append("\(place): \(literal.text)")
                    let whole = holes > 0 ? literal.text : literal.text + String(SwiftTexts.hole)
                    for formula in texts + (number == 0 ? [] : shared) where Self.mayBeClaimed(formula) {
                        let filled = whole.replacing(String(SwiftTexts.hole), with: formula)
                        programs.append(make(filled, beginning: beginnings.last))
                    }
                    continue
                }
                for block in Self.blocks(of: literal.text) where holes == 0 {
                    let derivation = make(block.text, isDerivation: true)
                    if Self.claims(block.text) {
                        programs.append(make(block.text))
                    } else if block.isDerivation || region.hasDerivations && derivation.parses {
                        programs.append(derivation)
                    }
                    before.append(block.text)
                }
            }
        }
    }

    /// The texts of a test in which nothing is put in.
    private static func texts(of region: SwiftTexts.Region) -> [String] {
        region.literals.flatMap { blocks(of: $0.text) }.map(\.text).filter { !$0.contains(SwiftTexts.hole) }
    }

    /// Whether a text may be the setting of another.
    private static func binds(_ text: String) -> Bool { text.contains(" = ") && !claims(text) }

    /// Whether a text says that it claims.
    private static func claims(_ text: String) -> Bool { text.contains("claim ") || text.contains("refute ") }

    /// Whether a text may be what a claim states.
    private static func mayBeClaimed(_ text: String) -> Bool { !claims(text) && !text.contains("\n") }

    /// The blocks of a text that is a lesson; else the text.
    private static func blocks(of text: String) -> [(text: String, isDerivation: Bool)] {
        let fences = ["```loop", "```derivation"]
        guard fences.contains(where: { text.contains($0) }) else { return [(text, false)] }
        var blocks: [(text: String, isDerivation: Bool)] = []
        var isCode = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isCode = fences.contains { line.hasPrefix($0) }
                if isCode { blocks.append(("", line.hasPrefix(fences[1]))) }
            } else if isCode {
                blocks[blocks.count - 1].text += line + "\n"
            }
        }
        return blocks
    }

    // MARK: Files

    struct UnreadableFile: Error {
        let path: String
    }

    private static func swiftFiles(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var paths: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix(".") { continue }
            if name.hasSuffix(".swift") {
                paths.append("\(folder)/\(name)")
            } else {
                paths += swiftFiles(in: "\(folder)/\(name)")
            }
        }
        return paths
    }

    private static func text(of path: String) -> String? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&block, 1, block.count, file)
            if count == 0 { break }
            bytes += block.prefix(count)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
