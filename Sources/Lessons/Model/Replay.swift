public import Formulas

/// What a block of a saved session says of how it ran, so that it runs so again.
public struct Replay: Hashable, Sendable {
    /// Attributes of a block, in the order they are written.
    static let names = ["seed", "stream", "draw", "precision", "refresh", "aside", "from"]

    /// Nil for the lesson's own seed.
    public var seed: UInt64?
    /// Nil for the block's own stream; empty for that of the prompt.
    public var stream: String?
    /// How many statements of the stream have drawn before.
    public var draw = 0
    /// What numbers are held in; nil for what the session has chosen.
    public var precision: Precision?
    /// The name that is refreshed before the block runs, empty for all; nil where nothing is.
    public var refresh: String?
    /// How many blocks deep an aside it is. What an aside binds over names that were there is taken back before the next
    /// block that is none, or a less deep one.
    public var aside = 0
    /// The depth that the session comes back to first; nil for the block's own.
    public var from: Int?

    public init() {}
}

extension Replay {
    /// The attributes as they follow a block's kind, each after a blank.
    var attributes: String {
        var text = ""
        if let seed { text += " seed=\(seed)" }
        if let stream { text += " stream=\"\(stream)\"" }
        if draw > 0 { text += " draw=\(draw)" }
        if let precision { text += " precision=\(precision.rawValue)" }
        if let refresh { text += refresh.isEmpty ? " refresh" : " refresh=\"\(refresh)\"" }
        if aside > 0 { text += aside == 1 ? " aside" : " aside=\(aside)" }
        if let from { text += " from=\(from)" }
        return text
    }

    /// Takes over an attribute. Throws where its value is not what it should be.
    mutating func take(_ item: BlockInfo.Item) throws(Diagnostic) {
        func wanted(_ what: String) -> Diagnostic {
            Diagnostic(.syntax, "'\(item.name)' must be \(what)", at: item.span)
        }
        let number = item.value.flatMap(UInt64.init)
        switch item.name {
        case "seed":
            guard let number else { throw wanted("a whole number") }
            seed = number
        case "stream":
            guard let text = item.value else { throw wanted("a text, like stream=\"one-number/0\"") }
            stream = text
        case "draw":
            guard let number, number <= Int.max else { throw wanted("a whole number") }
            draw = Int(number)
        case "precision":
            guard let precision = item.value.flatMap(Precision.init) else { throw wanted("single or double") }
            self.precision = precision
        case "refresh": refresh = item.value ?? ""
        case "from":
            guard let number, number <= Self.deepestAside else { throw wanted("a number up to \(Self.deepestAside)") }
            from = Int(number)
        default:
            guard item.value == nil || (1...Self.deepestAside).contains(number ?? 0) else {
                throw wanted("alone, or a number from 1 to \(Self.deepestAside)")
            }
            aside = Int(number ?? 1)
        }
    }

    /// More than anyone goes back and forth within a step.
    static let deepestAside: UInt64 = 1000
}
