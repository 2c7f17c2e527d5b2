public import Files

/// What an output block should hold, where it holds something else.
public struct OutputFix: Sendable {
    public let path: String
    /// The lines of the block's two fences, from 1.
    public let opening: Int
    public let closing: Int
    public let text: String

    /// Writes what the blocks of one file should hold into them, and leaves every other byte as it is; whole or not at all.
    public static func apply(_ fixes: [OutputFix], to path: String) throws(FileFailure) {
        let bytes = try WholeFile.read(path)
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        // From the last to the first, so that lines keep their numbers.
        for fix in fixes.sorted(by: { $0.opening > $1.opening }) {
            guard fix.closing <= lines.count, fix.opening < fix.closing else {
                throw FileFailure(path, "it has changed since it was checked")
            }
            let opening = lines[fix.opening - 1]
            let fence = opening.drop { $0 == UInt8(ascii: " ") }.prefix { "`~".utf8.contains($0) }
            let ending: [UInt8] = opening.last == UInt8(ascii: "\r") ? [UInt8(ascii: "\r")] : []
            let printed = fix.text.isEmpty ? [] : fix.text.split(separator: "\n", omittingEmptySubsequences: false)
            guard !printed.contains(where: { $0.utf8.drop { $0 == UInt8(ascii: " ") }.starts(with: fence) }) else {
                throw FileFailure(
                    path, "what is printed for the block at line \(fix.opening) would close it; give it a longer fence")
            }
            lines.replaceSubrange(fix.opening..<(fix.closing - 1), with: printed.map { Array($0.utf8) + ending })
        }
        try ReplacedFile.write(Array(lines.joined(separator: [UInt8(ascii: "\n")])), to: path)
    }
}
