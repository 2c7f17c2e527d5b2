import ArgumentParser
import Files
import Glibc
import Lessons
import Sentences

/// `innerloop new`: something to begin with.
struct NewSubcommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a file to begin with.", subcommands: [NewLessonSubcommand.self])
}

/// `innerloop new lesson ID`: a lesson that passes the check and wants its text.
struct NewLessonSubcommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lesson", abstract: "Write ID.md, a lesson to fill in, in the current folder.",
        discussion: "It passes 'innerloop check' as it stands. A file that is there is never written over.")

    @Argument(help: ArgumentHelp("The lesson's id: letters, digits and '-'.", valueName: "id"))
    var id: String

    func run() throws {
        guard let text = LessonTemplate.text(id: id) else {
            throw Failure.usage(.lessonIDWrong(id: id))
        }
        let path = "\(id).md"
        do throws(FileFailure) {
            try NewFile.write(Array(text.utf8), to: path)
        } catch {
            throw Failure(.fileUnreadable(file: path, reason: error.reason), status: 1)
        }
        RootCommand.say(Sentence.lessonWritten(path: path).text, to: STDOUT_FILENO)
    }
}
