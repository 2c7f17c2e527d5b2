/// The names that the results of expressions have: `_3` is what cell 3 gave, `_` what the last one gave.
enum ResultName {
    /// The last result, whichever cell gave it.
    static let last = "_"

    static func of(cell number: Int) -> String { "_\(number)" }

    /// Whether a name is one of a cell's result.
    static func isOne(_ name: String) -> Bool {
        name.utf8.count > 1 && name.utf8.first == UInt8(ascii: "_")
            && name.utf8.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension History.Node {
    /// The name of its result, where its statement is an expression that gave one.
    var resultName: String? {
        guard case .expression = statement.kind else { return nil }
        return writes.keys.first(where: ResultName.isOne)
    }
}

extension Evaluator {
    /// Runs a statement of the session. What an expression gives is its result, where that has a name.
    func run(_ statement: Statement, resultName: String?) throws(Diagnostic) -> Value? {
        let value = try execute(statement, nil, isTopLevel: true)
        guard case .expression = statement.kind, let resultName, let value else { return value }
        if case .nothing = value { return nil }
        world.assign(resultName, value)
        return value
    }
}

extension Session {
    /// The names under which the results of cells can be had, the earliest first; not `_`, which is the last of them.
    public var resultNames: [String] { state.history.resultNames }
}
