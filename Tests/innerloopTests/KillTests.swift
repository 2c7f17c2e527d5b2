import Files
import Glibc
import Lessons
import SeededNumbers
import TemporaryFolders
import Testing

@testable import innerloop

/// The program killed at any moment, and several sessions at once: what was kept stays kept.
@Suite(.serialized) struct KillTests {
    private static let stepCount = 24
    private let folder: TemporaryFolder
    private let state: String
    private let environment: [String: String]

    init() throws {
        folder = try TemporaryFolder()
        state = folder.path + "/state/innerloop"
        environment = ["XDG_STATE_HOME": folder.path + "/state", "INNERLOOP_HOME": folder.path]
        let steps = (1...Self.stepCount).map { "\n## Step \($0)\n\n```loop\ns\($0) = \($0)\n```\n" }
        _ = try folder.makeFolder("lessons")
        for id in ["tiny", "small"] {
            try folder.write(
                "---\n{format: 1, id: \(id), title: \(id)}\n---\n" + steps.joined(), to: "lessons/\(id).md")
        }
    }

    private func lesson(_ id: String) throws -> Lesson {
        try #require(LessonReader.read(path: "\(folder.path)/lessons/\(id).md").lesson)
    }

    /// The steps whose titles were shown, from 1.
    private func steps(on screen: String) -> [Int] {
        screen.ranges(of: "step ").compactMap { range in
            let rest = screen[range.upperBound...]
            let digits = rest.prefix { $0.isNumber }
            return rest.dropFirst(digits.count).hasPrefix(" of ") ? Int(digits) : nil
        }
    }

    /// Every file of the state is one that its reader reads whole.
    private func expectSound(entries: Set<String>) throws {
        _ = try ProgressFile(path: state + "/progress").read()
        for entry in History(path: state + "/history").load() {
            #expect(entries.contains(entry), "the history has '\(entry)'")
        }
        for name in TestFolder.names(state) where name.hasPrefix("journal-") {
            let contents = StateFileContents(Array(TestFolder.text("\(state)/\(name)").utf8))
            #expect(contents.format == 1)
            for line in contents.lines { #expect(JournalRecord(line: line) != nil, "a journal has '\(line)'") }
        }
    }

    @Test func `a session killed at any moment loses no step that was done, and leaves sound files`() throws {
        let rounds = ChildProcess.value("INNERLOOP_KILLS").flatMap { Int($0) } ?? 50
        let progress = ProgressFile(path: state + "/progress")
        let lesson = try lesson("tiny")
        var random = SplitMix64(seed: 20)
        var known: Set<String> = [":learn tiny", ":restore drop"]
        var mostDone = 0
        for round in 0..<rounds {
            if try progress.read().firstNotDone(of: lesson) == nil {
                try progress.forgetAll()
                mostDone = 0
            }
            let terminal = try PseudoTerminal(environment: environment)
            try terminal.expect("[1] ▸ ")
            if terminal.screen.contains(":restore drop") {
                terminal.type(":restore drop\r")
                try terminal.expect("is forgotten")
                try terminal.expect("[1] ▸ ")
            }
            terminal.type(":learn tiny\r")
            let first = try progress.read().firstNotDone(of: lesson) ?? 0
            try terminal.expect("step \(first + 1) of \(Self.stepCount)")
            #expect(first >= mostDone, "round \(round) forgot step \(mostDone)")
            // Keys are typed ahead, and the end comes somewhere among what they do.
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let entry = "y\(round) = \(Int.random(in: 0..<99, using: &random))"
                known.insert(entry)
                terminal.type(Bool.random(using: &random) ? "\r" : "\(entry)\r")
            }
            usleep(UInt32.random(in: 0..<30_000, using: &random))
            terminal.send(SIGKILL)
            #expect(terminal.end() == 128 + SIGKILL)
            mostDone = max(0, (steps(on: terminal.screen).max() ?? 1) - 1)
            let done = try progress.read().firstNotDone(of: lesson) ?? Self.stepCount
            #expect(done >= mostDone, "step \(mostDone) was done, and \(done) are kept")
            try expectSound(entries: known)
        }
    }

    @Test func `what was entered before a kill comes back`() throws {
        let killed = try PseudoTerminal(environment: environment)
        try killed.expect("[1] ▸ ")
        killed.type("kept = 41\r")
        try killed.expect("[2] ▸ ")
        killed.send(SIGKILL)
        #expect(killed.end() == 128 + SIGKILL)
        let next = try PseudoTerminal(environment: environment)
        try next.expect("1 entry;")
        try next.expect("[1] ▸ ")
        next.type(":restore\r")
        try next.expect("[2] ▸ ")
        next.type("kept + 1\r")
        try next.expect("\r42\r\n")
        try next.expect("[3] ▸ ")
        next.type(":quit\r")
        #expect(next.end() == 0)
        #expect(TestFolder.names(state).sorted() == ["history"])
    }

    @Test func `two sessions at once lose neither history nor progress, and neither is offered to the other`() throws {
        let first = try PseudoTerminal(environment: environment)
        try first.expect("[1] ▸ ")
        first.type("one = 1\r")
        try first.expect("[2] ▸ ")
        let second = try PseudoTerminal(environment: environment)
        try second.expect("[1] ▸ ")
        #expect(!second.screen.contains(":restore"))
        first.type(":learn tiny\r")
        second.type(":learn small\r")
        for step in 1...6 {
            try first.expect("step \(step) of ")
            try second.expect("step \(step) of ")
            first.type("\r")
            second.type("\r")
            try first.expect("Enter: go on")
            try second.expect("Enter: go on")
            first.type("\r")
            second.type("\r")
        }
        for terminal in [first, second] {
            try terminal.expect("step 7 of ")
            try terminal.expect(" ▸ ")
            terminal.type(":quit\r")
            #expect(terminal.end() == 0)
        }
        let progress = try ProgressFile(path: state + "/progress").read()
        for id in ["tiny", "small"] { #expect(progress.doneCount(of: try lesson(id)) == 6) }
        let history = History(path: state + "/history").load()
        #expect(Set(history) == ["one = 1", ":learn tiny", ":learn small", ":quit"])
        #expect(history.count == 5)
    }
}
