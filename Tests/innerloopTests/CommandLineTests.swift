import Formulas
import Glibc
import TemporaryFolders
import Testing

@testable import innerloop

/// The program as a shell sees it: arguments and input in, two streams and a status out.
@Suite struct CommandLineTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func `each formula's result is printed, in one session`() throws {
        let outcome = try ChildProcess.run("-e", "x = 40", "-e", "x + 2", "-e", "-x")
        #expect(outcome.output == "42\n-40\n")
        #expect(outcome.errors.isEmpty)
        #expect(outcome.status == 0)
    }

    @Test func `a limit of memory ends a formula in a sentence, for one large value and for many small ones`() throws {
        let large = try ChildProcess.run("--memory", "300M", "-e", "zeros(10000, 10000); 1")
        #expect(
            large.errors.contains("a tensor of shape [10000, 10000] would take 800.0 MB")
                || large.errors.contains("0.8 GB"))
        #expect(large.status == 1)
        let many = try ChildProcess.run(
            "--memory", "300M", "-e", "xs = list(0)", "-e", "while true { xs = list(xs, zeros(1000)) }")
        #expect(many.errors.contains("the limit of 0.3 GB of memory is reached"), "\(many.errors)")
        #expect(many.status == 1)
        #expect(try ChildProcess.run("--memory", "1G", "-e", "sum(ones(1000))").output == "1000\n")
    }

    @Test func `numbers are held in what is asked for, and claims compute in double all the same`() throws {
        let single = try ChildProcess.run(
            "--precision", "single", "-e", "[1, 2] / 3", "-e", "claim 1/3 + 1/3 == 2/3 within 1e-12")
        #expect(single.status == 0 && single.output.contains("float32"))
        #expect(try !ChildProcess.run("-e", "[1, 2] / 3").output.contains("float32"))
        let half = try ChildProcess.run("--precision", "half", "-e", "1")
        #expect(half.status == 2 && half.errors.contains("'half'"))
    }

    @Test(arguments: ["--memory"], ["0", "-1", "x", "10Q", "G"])
    func `a limit that is none is refused`(_ option: String, _ value: String) throws {
        let outcome = try ChildProcess.run(option, value, "-e", "1")
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
    }

    @Test func `the reference is printed as Markdown`() throws {
        let outcome = try ChildProcess.run("reference")
        #expect(outcome.output.hasPrefix("# The formula language\n"))
        #expect(outcome.output.contains("\n### `softmax("))
        #expect(outcome.status == 0)
    }

    @Test(arguments: ["-V", "--version"])
    func `the version is printed`(_ option: String) throws {
        let outcome = try ChildProcess.run(option)
        #expect(outcome.output == "InnerLoop \(Version.number)\n")
        #expect(outcome.status == 0)
    }

    @Test(arguments: ["-h", "--help"])
    func `help goes to standard output and names every subcommand`(_ option: String) throws {
        let outcome = try ChildProcess.run(option)
        for name in ["learn", "run", "check", "--json", "-e"] { #expect(outcome.output.contains(name)) }
        #expect(outcome.errors.isEmpty)
        #expect(outcome.status == 0)
    }

    @Test(arguments: [
        ["--bogus"], ["--color", "blue"], ["run"], ["run", "a", "b"], ["run", "/no/such/file.loop"], ["run", "/tmp"],
        ["learn", "no-such-lesson"], ["check", "no-such-lesson"], ["lern"], ["-e"], ["-e", "1", "file.loop"],
    ])
    func `wrong usage is said on standard error, with status 2`(_ arguments: [String]) throws {
        let outcome = try ChildProcess.run(arguments: arguments)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("innerloop: "))
        #expect(outcome.status == 2)
    }

    @Test func `a misspelt subcommand is met with the right one`() throws {
        #expect(try ChildProcess.run("lern").errors.contains("did you mean 'innerloop learn'?"))
    }

    @Test func `with more words after it, a misspelt subcommand is met with the right one`() throws {
        let outcome = try ChildProcess.run("lern", "maml")
        #expect(outcome.errors == "innerloop: no subcommand 'lern'; did you mean 'innerloop learn'?\n")
        #expect(outcome.status == 2)
    }

    @Test func `a misspelt option is met with the right one`() throws {
        #expect(try ChildProcess.run("run", "--keep-goin", "x").errors.contains("'--keep-going'"))
        #expect(try ChildProcess.run("--versoin").errors.contains("'--version'"))
    }

    @Test(arguments: ["learn", "run", "check", "reference", "data", "man"])
    func `every subcommand has help and the version`(_ name: String) throws {
        for option in ["-h", "--help"] {
            let outcome = try ChildProcess.run(name, option)
            #expect(outcome.output.contains("USAGE: innerloop \(name)"))
            #expect(outcome.status == 0)
        }
        for option in ["-V", "--version"] {
            #expect(try ChildProcess.run(name, option).output == "InnerLoop \(Version.number)\n")
        }
    }

    @Test func `a subcommand takes no formula`() throws {
        let outcome = try ChildProcess.run("check", "-e", "1")
        #expect(outcome.errors == "innerloop: -e is not for subcommands\n")
        #expect(outcome.status == 2)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `there is a completion script for each shell`(_ shell: String) throws {
        let outcome = try ChildProcess.run("--generate-completion-script", shell)
        for word in ["learn", "run", "check", "reference", "data", "color", "keep-going"] {
            #expect(outcome.output.contains(word))
        }
        #expect(outcome.errors.isEmpty)
        #expect(outcome.status == 0)
    }

    @Test func `where the locale has only ASCII, so has everything printed, but for JSON`() throws {
        let environment = ["LANG": "C", "LC_ALL": "C"]
        for arguments in [
            ["run", "maml"], ["-e", "{θ: [1], f: 2}"], ["-e", "θ = 1", "-e", "θ + ψ"], ["check", "maml"],
        ] {
            let outcome = try ChildProcess.run(arguments: arguments, environment: environment)
            #expect(!(outcome.output + outcome.errors).isEmpty)
            #expect((outcome.output + outcome.errors).utf8.allSatisfy { $0 < 0x80 })
        }
        let error = try ChildProcess.run("-e", "θ₁₂ = 1; θ₁₂ + ψ", environment: environment).errors
        #expect(
            error.contains(
                "    1 | theta_12 = 1; theta_12 + psi\n      | " + String(repeating: " ", count: 25) + "^^^\n"))
        #expect(try ChildProcess.run("--json", "-e", "θ = 1", environment: environment).output.contains("θ"))
    }

    @Test func `standard input that is no terminal is a script, without prompts or colour`() throws {
        for arguments in [[], ["-"], ["run", "-"]] {
            let outcome = try ChildProcess.run(arguments: arguments, input: bytes("x = 40\nx + 2\n"))
            #expect(outcome.output == "42\n")
            #expect(outcome.errors.isEmpty)
            #expect(outcome.status == 0)
        }
    }

    @Test func `empty input is a script that does nothing`() throws {
        for text in ["", "\n", "# a comment"] {
            let outcome = try ChildProcess.run("-", input: bytes(text))
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.isEmpty)
            #expect(outcome.status == 0)
        }
    }

    @Test func `an empty file is hardly the one that was meant`() throws {
        let path = try TemporaryFolder().path + "/empty.loop"
        try ChildProcess.write([], to: path)
        let outcome = try ChildProcess.run("run", path)
        #expect(outcome.errors.hasSuffix("empty.loop:1: error: the file is empty\n"))
        #expect(outcome.status == 1)
    }

    @Test func `a script stops at its first error with status 1, and --keep-going goes on`() throws {
        let script = bytes("1 + 1\nunknown_name\n2 + 2\n")
        let stopped = try ChildProcess.run("-", input: script)
        #expect(stopped.output == "2\n")
        #expect(stopped.errors.contains("<stdin>:2:1"))
        #expect(stopped.status == 1)
        let whole = try ChildProcess.run("--keep-going", "-", input: script)
        #expect(whole.output == "2\n4\n")
        #expect(whole.status == 1)
    }

    @Test func `a claim that fails is a status of 1`() throws {
        let outcome = try ChildProcess.run("-", input: bytes("claim 1 == 2\n1 + 1\n"))
        #expect(outcome.output.contains("✗"))
        #expect(outcome.errors.contains("<stdin>:1:1: this fails: "))
        #expect(outcome.status == 1)
    }

    @Test func `a file that does not parse runs nothing`() throws {
        let outcome = try ChildProcess.run("-", input: bytes("print(1)\nx = ) 2\n"))
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("<stdin>:2:"))
        #expect(outcome.status == 1)
    }

    @Test func `a file cut off in the middle is an error at its end, not a wait for more`() throws {
        let outcome = try ChildProcess.run("-", input: bytes("f(x) = (x +"))
        #expect(outcome.errors.contains("<stdin>:1:"))
        #expect(outcome.status == 1)
    }

    @Test func `bytes that are no text are named with their line`() throws {
        let binary = try ChildProcess.run("-", input: bytes("1 + 1\n") + [0x7F, 0x45, 0x4C, 0x46, 0, 1])
        #expect(binary.errors == "innerloop: <stdin>:2: error: a zero byte, so it is no text\n")
        #expect(binary.status == 1)
        let latin = try ChildProcess.run("-", input: bytes("1\n2\n") + [0xE9, 0x0A])
        #expect(latin.errors == "innerloop: <stdin>:3: error: a byte that is not UTF-8\n")
        #expect(latin.status == 1)
        let cut = try ChildProcess.run("-", input: bytes("1\n") + [0xCE])
        #expect(cut.errors == "innerloop: <stdin>:2: error: a byte that is not UTF-8\n")
    }

    @Test func `a byte order mark and Windows line ends are no error`() throws {
        let outcome = try ChildProcess.run("-", input: [0xEF, 0xBB, 0xBF] + bytes("x = 40\r\nx + 2\r\n"))
        #expect(outcome.output == "42\n")
        #expect(outcome.status == 0)
    }

    @Test(arguments: ["1 ", "(", "x"])
    func `ten megabytes in one line end in a short diagnostic`(_ part: String) throws {
        let part = bytes(part)
        let input = (0..<(10_000_000 / part.count)).flatMap { _ in part }
        let outcome = try ChildProcess.run("-", input: input)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("<stdin>:1:"))
        #expect(outcome.errors.utf8.count < 10_000)
    }

    @Test func `--json prints an object for each cell and nothing else`() throws {
        let outcome = try ChildProcess.run("run", "--json", "-", input: bytes("x = 40\nx + 2\n"))
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
        #expect(outcome.errors.isEmpty)
        #expect(outcome.status == 0)
    }

    @Test func `--json of a file that does not parse is one object with the place of the error`() throws {
        let outcome = try ChildProcess.run("run", "--json", "-", input: bytes("1 + 1\n2 + )\n"))
        #expect(outcome.output.split(separator: "\n").count == 1)
        #expect(outcome.output.contains(#""error": {"line": 2, "column": 5, "message": "#))
        #expect(outcome.status == 1)
    }

    @Test func `--color always colours a pipe, and NO_COLOR does not outrank it`() throws {
        let script = bytes("claim 1 == 1\n")
        let coloured = try ChildProcess.run("--color", "always", "-", input: script, environment: ["NO_COLOR": "1"])
        #expect(coloured.output.contains("\u{1B}["))
        let plain = try ChildProcess.run("-", input: script, environment: ["TERM": "xterm"])
        #expect(!plain.output.contains("\u{1B}["))
    }

    @Test func `options may stand before the subcommand`() throws {
        let outcome = try ChildProcess.run("--json", "run", "-", input: bytes("1 + 1\n"))
        #expect(outcome.output.hasPrefix("{"))
    }

    @Test(arguments: ["learn", "run"])
    func `a lesson without a terminal is run through`(_ subcommand: String) throws {
        let outcome = try ChildProcess.run(subcommand, "maml")
        #expect(outcome.output.contains("✓"))
        #expect(outcome.errors.isEmpty)
        #expect(outcome.status == 0)
    }

    @Test func `when the reader of its output has left, the program leaves without a word`() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        let errors = try TemporaryFolder().path + "/errors"
        let child = try ChildProcess.spawn(["-e", "1 + 1"], environment: [:], newSession: false) { actions in
            posix_spawn_file_actions_adddup2(actions, ends[1], 1)
            posix_spawn_file_actions_addopen(actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
        }
        close(ends[1])
        #expect(ChildProcess.wait(for: child) == 128 + SIGPIPE)
        #expect(try SourceFile.read(errors).text.isEmpty)
    }

    @Test func `results that can't be written are a failure`() throws {
        let errors = try TemporaryFolder().path + "/errors"
        let child = try ChildProcess.spawn(["-e", "1 + 1"], environment: [:], newSession: false) { actions in
            posix_spawn_file_actions_addopen(actions, 1, "/dev/full", O_WRONLY, 0)
            posix_spawn_file_actions_addopen(actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
        }
        #expect(ChildProcess.wait(for: child) == 1)
        #expect(try SourceFile.read(errors).text.contains("cannot write the results"))
    }
}
