import ArgumentParser
import Formulas
import Glibc
import Typography

/// `innerloop reference`: the language, written out.
struct ReferenceSubcommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Print the reference of the formula language, as Markdown.")

    func run() throws {
        let output = Output(descriptor: STDOUT_FILENO, lettering: .unicode)
        output.write(Manual.reference())
        output.flush()
    }
}
