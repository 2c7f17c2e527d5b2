internal import Glibc

/// Numbers for readers, in few characters.
public enum ShortNumber {
    /// So many significant digits, as C's `%.*g`.
    public static func text(_ value: Double, digits: Int = 3) -> String {
        var buffer = [CChar](repeating: 0, count: 40)
        _ = withVaList([digits, value]) { vsnprintf(&buffer, buffer.count, "%.*g", $0) }
        let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return text == "-0" ? "0" : text
    }
}
