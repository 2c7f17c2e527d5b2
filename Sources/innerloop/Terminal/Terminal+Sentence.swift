import Sentences

extension Terminal {
    /// Writes a sentence as a result, on a line of its own.
    func write(_ sentence: Sentence) { write("\(sentence)\n") }

    /// Writes a sentence as a diagnostic, on a line of its own.
    func report(_ sentence: Sentence) { report("\(sentence)\n") }
}
