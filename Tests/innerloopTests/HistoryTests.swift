import Glibc
import TemporaryFolders
import Testing

@testable import innerloop

@Suite struct HistoryTests {
    /// A path in a fresh folder.
    private func freshPath() throws -> String {
        try TemporaryFolder().path + "/state/innerloop/history"
    }

    @Test func `entries come back in order, those of several lines whole`() throws {
        let history = History(path: try freshPath())
        let entries = ["θ = 1", "f(x) = {\n  x\n}", #"print("\n\\")"#, "tab\there"]
        for entry in entries { history.append(entry) }
        #expect(history.load() == entries)
    }

    @Test func `what one session adds, another adds to`() throws {
        let path = try freshPath()
        History(path: path).append("1")
        History(path: path).append("2")
        #expect(History(path: path).load() == ["1", "2"])
    }

    @Test func `a file grown too long is cut to its last entries`() throws {
        let path = try freshPath()
        let history = History(path: path)
        history.append("first")
        let file = try #require(fopen(path, "a"))
        for number in 0...(2 * History.limit) { fputs("\(number)\n", file) }
        fclose(file)
        #expect(history.load().count == History.limit)
        #expect(history.load().last == "\(2 * History.limit)")
        history.append("last")
        #expect(history.load().suffix(2) == ["\(2 * History.limit)", "last"])
    }

    @Test func `a history that can't be read or written disturbs nothing`() {
        let history = History(path: "/proc/no/such/history")
        history.append("1")
        #expect(history.load() == [])
    }

    @Test func `the environment says where it is`() {
        func path(_ environment: [String: String]) -> String? {
            History.located { environment[$0] }?.path
        }
        #expect(path(["INNERLOOP_HISTORY": "/h", "HOME": "/home/x"]) == "/h")
        #expect(path(["XDG_STATE_HOME": "/s", "HOME": "/home/x"]) == "/s/innerloop/history")
        #expect(path(["XDG_STATE_HOME": "relative", "HOME": "/home/x"]) == "/home/x/.local/state/innerloop/history")
        #expect(path([:]) == nil)
    }
}
