import Glibc
import TemporaryFolders

/// Starts the program that was built beside the tests.
enum ChildProcess {
    /// Its path.
    static let program: String = {
        guard let tests = realpath("/proc/self/exe", nil) else { return "innerloop" }
        defer { free(tests) }
        let path = String(cString: tests)
        return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/innerloop"
    }()

    struct Outcome {
        /// What it exited with; 128 + n where signal n ended it.
        var status: Int32
        var output: String
        var errors: String
    }

    struct Refused: Error { let number: Int32 }

    /// Runs it to its end. Its streams are files, so that no pipe can fill.
    static func run(_ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:]) throws -> Outcome
    {
        try run(arguments: arguments, input: input, environment: environment)
    }

    static func run(
        arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
    ) throws -> Outcome {
        let folder = try TemporaryFolder().path
        try write(input, to: folder + "/input")
        let child = try spawn(arguments, environment: environment, newSession: false) { actions in
            posix_spawn_file_actions_addopen(actions, 0, folder + "/input", O_RDONLY, 0)
            posix_spawn_file_actions_addopen(actions, 1, folder + "/output", O_WRONLY | O_CREAT, 0o600)
            posix_spawn_file_actions_addopen(actions, 2, folder + "/errors", O_WRONLY | O_CREAT, 0o600)
        }
        let status = wait(for: child)
        return Outcome(
            status: status, output: try text(folder + "/output"), errors: try text(folder + "/errors"))
    }

    /// - Parameter newSession: whether it leads a session, so that the first terminal it opens becomes its own.
    static func spawn(
        _ arguments: [String], environment: [String: String], newSession: Bool,
        files: (UnsafeMutablePointer<posix_spawn_file_actions_t>) -> Void
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        files(&actions)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (newSession ? 0x80 /* POSIX_SPAWN_SETSID */ : 0)
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var variables = ["PATH": value("PATH") ?? "", "HOME": try TemporaryFolder().path, "LANG": "C.UTF-8"]
        variables.merge(environment) { $1 }
        var argumentList = ([program] + arguments).map { strdup($0) } + [nil]
        var variableList = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in argumentList + variableList { free(text) } }
        var child = pid_t()
        let failure = posix_spawn(&child, program, &actions, &attributes, &argumentList, &variableList)
        guard failure == 0 else { throw Refused(number: failure) }
        return child
    }

    /// Runs another program to its end, without any output; its status.
    static func status(of command: [String]) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var arguments = command.map { strdup($0) } + [nil]
        defer { for text in arguments { free(text) } }
        var child = pid_t()
        let failure = posix_spawn(&child, command[0], &actions, nil, &arguments, environ)
        guard failure == 0 else { throw Refused(number: failure) }
        return wait(for: child)
    }

    /// Waits for its end: its status, or 128 and the signal.
    static func wait(for child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        guard let file = fopen(path, "w") else { throw Refused(number: errno) }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Refused(number: errno) }
    }

    private static func text(_ path: String) throws -> String {
        guard let file = fopen(path, "r") else { throw Refused(number: errno) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&block, 1, block.count, file), count > 0 { bytes += block[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func value(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
