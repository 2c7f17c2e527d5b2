/// What a state file holds: its format and its whole lines.
public struct StateFileContents: Sendable {
    /// 0 where the file does not say.
    public private(set) var format: Int
    /// The facts, oldest first.
    public private(set) var lines: [String]
    /// Up to the end of the last whole line.
    public let wholeBytes: Int
    /// After it: what a write that did not end left.
    public let tornBytes: Int

    public init(_ bytes: [UInt8]) {
        wholeBytes = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        tornBytes = bytes.count - wholeBytes
        let whole = bytes[..<wholeBytes].split(separator: UInt8(ascii: "\n"))
        lines = whole.map { String(decoding: $0, as: UTF8.self) }
        format = 0
        if let first = lines.first, first.hasPrefix("format: "), let number = Int(first.dropFirst(8)), number >= 0 {
            format = number
            lines.removeFirst()
        }
    }

    /// The first line of a file of a format.
    public static func header(format: Int) -> String { "format: \(format)\n" }

    /// Whether nothing was ever written.
    var isEmpty: Bool { wholeBytes == 0 }

    mutating func bring(to target: Int, by migrations: [StateFile.Migration]) {
        while format < target {
            lines = migrations[format](lines)
            format += 1
        }
    }
}
