import CSignals
import Glibc
import Typography

/// Standard output or standard error. A class, because what is written waits in its buffer.
final class Output {
    private let descriptor: Int32
    private let buffersLines: Bool
    private let lettering: Lettering
    private var waiting: [UInt8] = []
    /// What went wrong when writing, as `errno` gives it; 0 while all is well.
    private(set) var failure: Int32 = 0

    /// - Parameters:
    ///   - descriptor: an open one; a terminal's is written to at once, others in blocks.
    ///   - lettering: the characters that its reader has. What is set in columns is spelled in them before.
    init(descriptor: Int32, lettering: Lettering = Locale.isUnicode() ? .unicode : .ascii) {
        self.descriptor = descriptor
        self.lettering = lettering
        buffersLines = isatty(descriptor) == 0
    }

    func write(_ text: String) {
        waiting.append(contentsOf: lettering.text(text).utf8)
        if !buffersLines || waiting.count > 1 << 16 { flush() }
    }

    /// Writes all that waits. When the reader of a pipe has left, the program leaves as quietly, by SIGPIPE.
    func flush() {
        var start = 0
        while start < waiting.count, failure == 0 {
            let written = waiting.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
            }
            if written >= 0 {
                start += written
            } else if errno == EPIPE {
                signals_end_by(SIGPIPE)
            } else if errno == EAGAIN {
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&ready, 1, -1)
            } else if errno != EINTR {
                failure = errno
            }
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
