import ArgumentParser
import Glibc
import Typography

/// `innerloop man`: the manual page, which `make install` installs.
struct ManSubcommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "man", abstract: "Print the manual page, for 'man -l'.", shouldDisplay: false)

    func run() throws {
        let output = Output(descriptor: STDOUT_FILENO, lettering: .unicode)
        output.write(try ManPage(RootCommand.description()).roff)
        output.flush()
    }
}
