import Glibc
import Testing

/// The program on a terminal of its own: what is sent to it are key strokes, what is read from it is its screen.
/// A class, because reading moves on.
final class PseudoTerminal {
    private let master: Int32
    private let child: pid_t
    private var unread: [UInt8] = []
    private var all: [UInt8] = []
    /// Far more than any step takes; it only ends a wait that would not end.
    private let patience: Int32 = 60_000
    /// TIOCSPTLCK and TIOCGPTN of ioctl_tty(2).
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    convenience init(_ arguments: String..., environment: [String: String] = [:]) throws {
        try self.init(arguments, environment: environment)
    }

    init(_ arguments: [String], environment: [String: String] = [:]) throws {
        // What posix_openpt, unlockpt and ptsname do on Linux, which Swift's Glibc module does not show.
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var isLocked: Int32 = 0
        var number: Int32 = 0
        guard master >= 0, ioctl(master, Self.setLock, &isLocked) == 0, ioctl(master, Self.getNumber, &number) == 0
        else { throw ChildProcess.Refused(number: errno) }
        let terminal = "/dev/pts/\(number)"
        var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        let variables = [
            "TERM": "xterm", "NO_COLOR": "1", "INPUTRC": "/dev/null", "DISPLAY": "", "WAYLAND_DISPLAY": "",
        ].merging(environment) { $1 }
        self.master = master
        child = try ChildProcess.spawn(arguments, environment: variables, newSession: true) { actions in
            posix_spawn_file_actions_addopen(actions, 0, terminal, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(actions, 0, 1)
            posix_spawn_file_actions_adddup2(actions, 0, 2)
        }
    }

    deinit { close(master) }

    /// Everything shown so far.
    var screen: String { String(decoding: all, as: UTF8.self) }

    func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        #expect(write(master, bytes, bytes.count) == bytes.count)
    }

    /// Reads until one of the texts has appeared, and past it; says which.
    @discardableResult
    func expect(
        _ text: String, or other: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let wanted = [text] + [other].compactMap { $0 }
        while true {
            let ends = wanted.compactMap { text in unread.end(of: Array(text.utf8)).map { (text: text, end: $0) } }
            if let first = ends.min(by: { $0.end < $1.end }) {
                unread.removeFirst(first.end)
                return first.text
            }
            guard readMore() else {
                let rest = String(decoding: unread, as: UTF8.self).debugDescription
                Issue.record("none of \(wanted) appeared in \(rest)", sourceLocation: sourceLocation)
                kill(child, SIGKILL)
                throw Missing()
            }
        }
    }

    struct Missing: Error {}

    func send(_ signal: Int32) {
        kill(child, signal)
    }

    /// Gives the terminal another width, of which the program is told by a signal.
    func resize(columns: UInt16) {
        var size = winsize(ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        #expect(ioctl(master, UInt(TIOCSWINSZ), &size) == 0)
    }

    /// Whether what is typed is echoed and edited by the terminal itself, as a shell wants to find it.
    var isAsFound: Bool {
        var settings = termios()
        return tcgetattr(master, &settings) == 0
            && settings.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO)
    }

    /// Reads until it has ended, and gives the status.
    func end() -> Int32 {
        while readMore() {}
        return ChildProcess.wait(for: child)
    }

    /// False when the program has closed its terminal, or nothing comes.
    private func readMore() -> Bool {
        var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, patience) > 0 else {
            kill(child, SIGKILL)
            return false
        }
        var block = [UInt8](repeating: 0, count: 4096)
        let count = read(master, &block, block.count)
        guard count > 0 else { return false }
        unread += block[..<count]
        all += block[..<count]
        return true
    }
}

extension [UInt8] {
    /// The index after the first occurrence.
    fileprivate func end(of part: [UInt8]) -> Int? {
        guard count >= part.count else { return nil }
        return (0...(count - part.count)).first { self[$0..<($0 + part.count)].elementsEqual(part) }.map {
            $0 + part.count
        }
    }
}
