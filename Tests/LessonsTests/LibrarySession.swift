import Formulas
import Testing

/// A session that finds the libraries of the lessons, and what their tests ask of it.
struct LibrarySession {
    /// The libraries of the checkout that this file is in.
    static let folders = LibraryFolders([
        #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/lessons/library"
    ])

    let session: Session

    init(seed: UInt64 = 1) { session = Session(seed: seed, libraries: Self.folders) }

    /// Runs a text whose statements must all be good, and whose claims must hold.
    ///
    /// - Returns: what the last statement shows.
    @discardableResult
    func good(_ text: String) throws -> String {
        let cells = try session.run(Source(name: "test", text: text), keepGoing: true)
        for cell in cells {
            if let diagnostic = cell.diagnostic { throw diagnostic }
            for claim in cell.claims { #expect(claim.holds, "\(claim.text): \(claim.summary)") }
        }
        return try #require(cells.last).rendering(width: 1000, digits: 15) ?? ""
    }

    /// The message of a text's last statement, which must fail.
    func failure(_ text: String) throws -> String {
        let cells = try session.run(Source(name: "test", text: text), keepGoing: true)
        return try #require(cells.last?.diagnostic).message
    }
}
