internal import Foundation
internal import Formulas

/// A piece of work in the formula language: a file of four parts, which are headed by comments.
///
/// - `## inputs`: bindings whose numbers the peers make too; they are made in double precision and then rounded.
/// - `## setup`: the functions.
/// - `## step`: the statement that is timed.
/// - `## result`: what the peers have to agree on.
///
/// A line `## measures: …` before them says what else than repeated runs of the step is timed.
struct BenchmarkCase {
    /// What a measurement takes the time of.
    enum Measure: String {
        /// The step, run again and again.
        case step
        /// The step from its text to the line that the prompt shows of it.
        case printing
        /// The step as the first thing that a new session does after its setup.
        case firstCall = "first call"
    }

    let name: String
    let measure: Measure
    private let parts: [String: Source]

    init(_ name: String, in folder: String) throws {
        self.name = name
        let path = "\(folder)/\(name).loop"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var parts: [String: Source] = [:]
        var measure = Measure.step
        var heading: String?
        var lines: [Substring] = []
        var firstLine = 1
        func close() {
            guard let heading else { return }
            let text = lines.joined(separator: "\n")
            parts[heading] = Source(name: path, text: text, firstLine: firstLine)
        }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.hasPrefix("## ") else {
                lines.append(line)
                continue
            }
            let words = line.dropFirst(3)
            if words.hasPrefix("measures: ") {
                guard let found = Measure(rawValue: String(words.dropFirst("measures: ".count))) else {
                    throw BenchmarkFailure("\(path):\(index + 1): nothing is measured as \(words)")
                }
                measure = found
                continue
            }
            close()
            heading = String(words)
            lines = []
            firstLine = index + 2
        }
        close()
        for part in ["inputs", "setup", "step", "result"] where parts[part] == nil {
            throw BenchmarkFailure("\(path): the part \(part) is missing")
        }
        self.parts = parts
        self.measure = measure
    }

    /// A part's text. It is read anew, as what is typed at the prompt is.
    func source(of part: String) -> Source {
        let found = parts[part]
        return Source(name: found?.name ?? name, text: found?.text ?? "", firstLine: found?.firstLine ?? 1)
    }
}

/// Why a benchmark can't be run.
struct BenchmarkFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
