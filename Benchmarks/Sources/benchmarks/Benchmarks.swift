internal import ArgumentParser
internal import Formulas
internal import Foundation

/// Times cases that are written in the formula language.
@main
struct Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks",
        abstract: "Times cases that are written in the formula language.",
        discussion: """
            Prints a line of JSON for each case: the seconds that a step took in each round, and the case's result, on \
            which other programs that do the same work have to agree.
            """)

    @ArgumentParser.Argument(help: "The cases' names.") var names: [String] = []
    @Option(help: "The type of the numbers: float32 or float64.") var type = "float64"
    @Option(help: "How many rounds to take.") var rounds = 15
    @Option(help: "The folder of the cases.") var folder = "cases"
    @Flag(help: "Read requests from the standard input: 'result CASE' or 'round CASE'.") var serve = false

    func run() throws {
        let precisions: [String: Precision] = ["float32": .single, "float64": .double]
        guard let precision = precisions[type] else {
            throw ValidationError("a type is float32 or float64, found '\(type)'")
        }
        if serve { return try answer(precision) }
        for name in names {
            let runner = try Runner(BenchmarkCase(name, in: folder), precision, folder: folder)
            let result = try runner.result()
            var seconds: [Double] = []
            for _ in 0..<rounds { seconds.append(try runner.round()) }
            print("{\"case\": \"\(name)\", \"type\": \"\(type)\", \"seconds\": \(seconds), \"result\": \(result)}")
            fflush(nil)
        }
    }

    /// Answers each request with a line of JSON.
    private func answer(_ precision: Precision) throws {
        var runners: [String: Runner] = [:]
        while let line = readLine() {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 2 else { throw ValidationError("a request has two words, found '\(line)'") }
            do {
                let runner =
                    try runners[words[1]] ?? Runner(BenchmarkCase(words[1], in: folder), precision, folder: folder)
                runners[words[1]] = runner
                print(words[0] == "result" ? try runner.result() : "{\"seconds\": \(try runner.round())}")
            } catch {
                let text = String(describing: error).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                print("{\"failure\": \"\(text.replacing("\n", with: "\\n"))\"}")
            }
            fflush(nil)
        }
    }
}
