internal import Glibc
internal import GnuplotStream

/// A running gnuplot, ended and reaped when this value goes out of scope.
struct GnuplotProcess: ~Copyable {
    /// What gnuplot wrote while it ran some commands.
    struct Answer {
        var output: [UInt8]
        var messages: String
    }

    private let stream: OpaquePointer
    private var runs = 0
    /// Where the first line of the messages begins that has not been looked at.
    private var lookedAt = 0
    /// How long it may take to end by itself, in milliseconds.
    private var patience: CInt = 1000

    /// Starts the program.
    init(program: String) throws(PlotError) {
        var reason: CInt = 0
        guard let stream = gnuplot_stream_start(program, &reason) else {
            throw .notStarted(program, reason: String(cString: strerror(reason)))
        }
        self.stream = stream
    }

    deinit {
        gnuplot_stream_end(stream, patience)
    }

    /// Makes it end at once, without a farewell it would not answer.
    mutating func giveUp() {
        patience = 0
    }

    var id: pid_t { gnuplot_stream_process(stream) }

    /// Runs commands and waits until gnuplot has done them.
    ///
    /// gnuplot does not acknowledge commands. So each run ends by printing a numbered marker with gnuplot's error state;
    /// when it arrives, all before it is done, and whatever was written until then belongs to this run.
    ///
    /// - Throws: `.refused` with gnuplot's words; after any other error the process is of no further use.
    mutating func run(
        _ commands: [String], seconds: Int, isInterrupted: () -> Bool
    ) throws(PlotError) -> Answer {
        runs += 1
        lookedAt = 0
        gnuplot_stream_forget(stream)
        let marker = "run \(runs) done"
        let lines = ["reset errors"] + commands + ["set print", "print '\(marker)', GPVAL_ERRNO", ""]
        let bytes = Array(lines.joined(separator: "\n").utf8)
        var sent = 0
        let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
        while true {
            var count = 0
            let progress = bytes[sent...].withUnsafeBytes {
                // An empty slice has no address, and nothing is sent from it.
                gnuplot_stream_step(
                    stream, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, &count, 50)
            }
            sent += count
            if sent == bytes.count, let answer = try answer(endedBy: marker) { return answer }
            switch progress {
            case gnuplot_ended: throw .ended(GnuplotProcess.condensed(messages))
            case gnuplot_failed: throw .ended("its pipes failed")
            default: break
            }
            if hasTooManyMessages { throw .ended("it writes messages without end") }
            if isInterrupted() { throw .interrupted }
            if ContinuousClock.now >= deadline { throw .timedOut(seconds: seconds) }
        }
    }

    /// What was written up to the marker, once that has come.
    private mutating func answer(endedBy marker: String) throws(PlotError) -> Answer? {
        var count = 0
        let start = gnuplot_stream_messages(stream, &count)
        let bytes = UnsafeRawBufferPointer(start: start, count: count)
        // The last piece is a line still being written.
        while let end = bytes[lookedAt...].firstIndex(of: 0x0A) {
            let line = bytes[lookedAt..<end]
            guard line.starts(with: marker.utf8) else {
                lookedAt = end + 1
                continue
            }
            let before = String(decoding: bytes[..<lookedAt], as: UTF8.self)
            guard line.dropFirst(marker.utf8.count).elementsEqual(" 0".utf8) else {
                throw .refused(GnuplotProcess.condensed(before))
            }
            return Answer(output: output, messages: before)
        }
        return nil
    }

    /// No answer has as many bytes: it would fill the memory before its time is up.
    private static let mostMessages = 4_000_000

    private var hasTooManyMessages: Bool {
        var count = 0
        _ = gnuplot_stream_messages(stream, &count)
        return count > GnuplotProcess.mostMessages
    }

    private var messages: String {
        var count = 0
        let start = gnuplot_stream_messages(stream, &count)
        return String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }

    private var output: [UInt8] {
        var count = 0
        let start = gnuplot_stream_output(stream, &count)
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// The characters of a message that are shown.
    private static let longest = 300

    /// gnuplot's words without the echoed command, the caret under it and the line number, which mean nothing to a reader
    /// who wrote no command. A reader has no use for many of them either.
    private static func condensed(_ messages: String) -> String {
        let words = messages.prefix(100_000).split(separator: "\n").lazy.compactMap { line -> Substring? in
            var text = line.drop { $0 == " " }
            if text.isEmpty || text.hasPrefix("gnuplot>") || text == "^" { return nil }
            if text.hasPrefix("line "), let colon = text.firstIndex(of: ":") {
                text = text[text.index(after: colon)...].drop { $0 == " " }
            }
            return text
        }.prefix(5).joined(separator: "; ")
        return words.count > longest ? words.prefix(longest) + "…" : words
    }
}
