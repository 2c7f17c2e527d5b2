import ArgumentParser
import Sentences

/// How a command ends when it does not end well: what is said, and the status.
struct Failure: Error, CustomStringConvertible {
    let message: String
    let status: Int32

    /// A claim or an evaluation has failed, and all has been said about it.
    static let reported = ExitCode(1)

    static func usage(_ sentence: Sentence) -> Failure { Failure(sentence, status: 2) }

    var description: String { message }
}

extension Failure {
    init(_ sentence: Sentence, status: Int32) {
        self.init(message: sentence.text, status: status)
    }
}
