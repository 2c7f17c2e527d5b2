import Programs
import Tensors
import Testing

@testable import Formulas

/// A session, and what tests ask of it.
struct Prompt {
    let session: Session

    init(
        seed: UInt64 = 0, libraries: LibraryFolders = LibraryFolders(), surroundings: Surroundings = Surroundings(),
        tracing: CodeCache.Policy = .automatic
    ) {
        session = Session(seed: seed, libraries: libraries, surroundings: surroundings, tracing: tracing)
    }

    /// Every statement of a text, whatever becomes of it.
    func cells(_ text: String, keepGoing: Bool = true) throws -> [Cell] {
        try session.run(Source(name: "test", text: text), keepGoing: keepGoing)
    }

    /// The last cell of a text whose statements must all be good.
    @discardableResult
    func good(_ text: String) throws -> Cell {
        let cells = try cells(text, keepGoing: false)
        if let diagnostic = cells.last?.diagnostic { throw diagnostic }
        for claim in cells.flatMap(\.claims) where !claim.holds { throw FailedClaim(claim: claim) }
        return try #require(cells.last)
    }

    /// What a text's last statement gives, on one line.
    func shows(_ text: String) throws -> String {
        let cell = try good(text)
        return try #require(cell.value).inlineText
    }

    /// All numbers in what a text's last statement gives.
    func numbers(_ text: String) throws -> [Double] {
        let cell = try good(text)
        let leaves = try #require(cell.value?.flattened()).leaves
        return try leaves.flatMap { leaf in
            let tensor = try leaf.knownValue()
            return try #require(tensor).doubles
        }
    }

    /// The diagnostic of a text's last statement; those before it must be good.
    func failure(_ text: String) throws -> Diagnostic {
        let cells = try cells(text)
        for cell in cells.dropLast() {
            if let diagnostic = cell.diagnostic { throw diagnostic }
        }
        return try #require(cells.last?.diagnostic, "no diagnostic: \(cells.last?.value?.inlineText ?? "")")
    }

    /// What became of a text's last claim.
    func claim(_ text: String) throws -> ClaimOutcome {
        let cells = try cells(text)
        for cell in cells {
            if let diagnostic = cell.diagnostic { throw diagnostic }
        }
        return try #require(cells.last?.claims.last)
    }

    /// What a derivation's lines come to.
    func derivation(_ text: String) throws -> [ClaimOutcome] {
        let cells = try session.runDerivation(Source(name: "test", text: text), keepGoing: true)
        if let diagnostic = cells.last?.diagnostic { throw diagnostic }
        return cells.flatMap(\.claims)
    }
}

extension LibraryFolders {
    /// The libraries that come with the lessons.
    static let ofTheProject = LibraryFolders([
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
            + "/lessons/library"
    ])
}

/// A claim that a test relies on, failing.
struct FailedClaim: Error, CustomStringConvertible {
    let claim: ClaimOutcome

    var description: String { "\(claim.text): \(claim.summary)\n\(claim.details.joined(separator: "\n"))" }
}

/// Whether two vectors are equal to rounding.
func areClose(_ a: [Double], _ b: [Double], within tolerance: Double = 1e-12) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($0), abs($1)) }
}
