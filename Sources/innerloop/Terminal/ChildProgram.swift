import Glibc

/// Runs another program in the foreground of the same terminal: an editor, a pager. No shell comes between.
enum ChildProgram {
    /// Why it could not be started.
    struct Failure: Error { let reason: String }

    /// Its words, as a variable like `EDITOR` gives them: cut at blanks.
    static func words(_ command: String) -> [String] { command.split(whereSeparator: \.isWhitespace).map(String.init) }

    /// Runs a program to its end, and gives its status; 128 + n where signal n ended it.
    ///
    /// - Parameters:
    ///   - words: its name, looked up in `PATH`, and its arguments.
    ///   - input: what it reads from standard input; nil leaves it the terminal.
    static func run(_ words: [String], input: String? = nil) throws(Failure) -> Int32 {
        var ends: [Int32] = [-1, -1]
        if input != nil {
            guard pipe(&ends) == 0 else { throw refused(errno) }
            // The program must not hold the end that is written to: it would never see the other one's end.
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if input != nil { posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO) }

        // It finds signals as a shell would leave them: not ignored, not caught, not held back.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child = pid_t()
        let failure = posix_spawnp(&child, words.first ?? "", &actions, &attributes, &arguments, environ)
        if input != nil { close(ends[0]) }
        if let input, failure == 0 { feed(input, to: ends[1]) }
        if input != nil { close(ends[1]) }
        guard failure == 0 else { throw refused(failure) }

        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// Writes all of it, or as much as is read: a pager may be left before its end.
    private static func feed(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR {
                return
            }
        }
    }

    private static func refused(_ number: Int32) -> Failure {
        Failure(reason: String(cString: strerror(number)).lowercased())
    }
}
