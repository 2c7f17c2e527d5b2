import CSignals
import Foundation
import Kernels
import RandomTexts
import TemporaryFolders
import Testing

@testable import Formulas

/// Nothing that is typed ends the session, hangs, or loses a binding.
///
/// Each runs in a process of its own, for a limit of memory and a watchman belong to the whole process. `make stress` sets
/// `INNERLOOP_FUZZ_INPUTS` to many more.
struct FuzzTests {
    private static var inputCount: Int {
        ProcessInfo.processInfo.environment["INNERLOOP_FUZZ_INPUTS"].flatMap { Int($0) } ?? 20_000
    }

    /// Every formula of the manual, and some that go wrong in ways of their own.
    private static let formulas: [String] =
        Manual.groups.flatMap { $0.entries.map(\.example.formula) } + Manual.symbols.map(\.example.formula)
        + Manual.topics.flatMap { topic in
            topic.parts.compactMap { part in
                if case .examples(let examples) = part {
                    examples.map(\.formula).joined(separator: "\n")
                } else {
                    nil
                }
            }
        } + [
            "f(x) = f(x - 1); f(1)", "x = 1\nwhile x > 0 { x = x + 1 }", "∇(x -> {a: x})(1)", "[1, [2, 3]]",
            "for i in 1..3 { θ = i; if i == 2 { print(θ) } else { y = θ } }", "{a, b} = {a: 1, b: 2}",
        ]

    /// Where the watchman leaves the text that does not end.
    private static let report = FileManager.default.temporaryDirectory.appending(path: "innerloop-does-not-end.txt")

    /// Whether an evaluation has gone on for too long: first it is interrupted, and then the process ends. What counts is
    /// the time of the processor, of which a busy machine leaves little; a text that waits uses none, and has ten minutes.
    private final class Watchman: @unchecked Sendable {
        private let lock = NSLock()
        private var start: (processor: clock_t, wall: Date)?
        private var text = ""

        func watch() {
            Thread.detachNewThread {
                while true {
                    Thread.sleep(forTimeInterval: 0.1)
                    self.lock.lock()
                    let (start, text) = (self.start, self.text)
                    self.lock.unlock()
                    guard let start else { continue }
                    let seconds = Double(clock() - start.processor) / Double(CLOCKS_PER_SEC)
                    if seconds > 1 { signals_interrupt() }
                    if seconds > 60 || Date().timeIntervalSince(start.wall) > 600 {
                        try? Data(text.debugDescription.utf8).write(to: FuzzTests.report)
                        abort()
                    }
                }
            }
        }

        func during(_ text: String, _ body: () -> Void) {
            lock.lock()
            (start, self.text) = ((clock(), Date()), text)
            lock.unlock()
            body()
            lock.lock()
            start = nil
            lock.unlock()
            signals_clear_interrupt()
        }
    }

    @Test func `whatever is typed is evaluated or diagnosed, and the session stays whole`() async {
        try? FileManager.default.removeItem(at: Self.report)
        await #expect(processExitsWith: .success) {
            MemoryLimit.bytes = 1 << 30
            let folder = try TemporaryFolder()
            let watchman = Watchman()
            watchman.watch()
            var session = Session()
            for index in 0..<Self.inputCount / 2 {
                if index % 100 == 0 {
                    session = Session(
                        surroundings: Surroundings(files: FileAccess(output: folder.path, mayReplace: true)))
                    try session.run(Source(name: "start", text: "kept = [1, 2, 3]"))
                }
                var texts = RandomTexts(seed: UInt64(index))
                let text = texts.changed(texts.pick(Self.formulas), others: Self.formulas)
                watchman.during(text) {
                    let source = Source(name: "typed", text: text, folder: folder.path)
                    do throws(Diagnostic) {
                        for cell in try session.run(source, keepGoing: true) {
                            _ = cell.rendering(width: 60)
                            _ = cell.json
                            if let diagnostic = cell.diagnostic {
                                _ = DiagnosticRenderer(color: false, unicode: true).render(diagnostic)
                            }
                        }
                    } catch {
                        _ = DiagnosticRenderer(color: false, unicode: true).render(error)
                    }
                }
                guard !text.contains("kept") else { continue }
                let kept = session.value(of: "kept")?.inlineText
                guard kept == "[1, 2, 3]" else {
                    Issue.record("\(index): \(text.debugDescription) left kept as \(kept ?? "nothing")")
                    return
                }
            }
        }
        // What a process that is ended says on standard error, nobody shows.
        if let text = try? String(contentsOf: Self.report, encoding: .utf8) { Issue.record("does not end: \(text)") }
    }

    @Test func `whatever is typed parses or is diagnosed, and prints in all ways`() async {
        await #expect(processExitsWith: .success) {
            for index in 0..<Self.inputCount / 2 {
                var trees = RandomTrees(seed: UInt64(index))
                var texts = RandomTexts(seed: UInt64(index))
                let start = SourcePrinter().print(trees.statement(1 + index % 4))
                let text = texts.changed(start, others: Self.formulas)
                do {
                    let statements = try Parser.parse(Source(name: "typed", text: text))
                    _ = LatexPrinter().print(statements)
                    let printed = SourcePrinter().print(statements)
                    let again = SourcePrinter().print(try Parser.parse(Source(name: "printed", text: printed)))
                    #expect(again == printed, "\(index): \(text.debugDescription)")
                } catch let error as Diagnostic {
                    _ = DiagnosticRenderer(color: false, unicode: true).render(error)
                }
            }
        }
    }
}
