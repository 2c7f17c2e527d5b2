internal import Glibc
internal import GnuplotStream

/// Numbers in a file that has no name: it is gone with this process, however that ends. A class, since it is closed
/// once, with the last who uses it.
final class MemoryFile {
    private let number: CInt

    /// nil where the system has no room for it.
    init?(_ numbers: [Double]) {
        var reason: CInt = 0
        number = numbers.withUnsafeBytes { gnuplot_memory_file($0.baseAddress, $0.count, &reason) }
        if number < 0 { return nil }
    }

    deinit {
        if number >= 0 { close(number) }
    }

    /// Where other programs of the same user find it.
    var path: String { "/proc/\(getpid())/fd/\(number)" }
}
