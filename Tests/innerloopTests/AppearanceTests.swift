import Testing

@testable import innerloop

@Suite struct AppearanceTests {
    private func color(
        _ choice: Appearance.ColorChoice, isTerminal: Bool = true, _ environment: [String: String] = ["TERM": "xterm"]
    ) -> Bool {
        Appearance.color(choice, isTerminal: isTerminal, environment: { environment[$0] })
    }

    @Test func `colour follows the flag, then NO_COLOR, then the terminal`() {
        #expect(color(.auto))
        #expect(!color(.auto, isTerminal: false))
        #expect(!color(.auto, ["TERM": "dumb"]))
        #expect(!color(.auto, ["TERM": "xterm", "NO_COLOR": "1"]))
        #expect(color(.always, isTerminal: false, ["NO_COLOR": "1"]))
        #expect(!color(.never))
    }

    @Test func `ink is put on only where there is colour`() {
        #expect(Appearance(color: true).paint("✓", .good) == "\u{1B}[32m✓\u{1B}[0m")
        #expect(Appearance(color: false).paint("✓", .good) == "✓")
    }

    @Test(arguments: [
        (["LANG": "en_GB.UTF-8"], true), (["LANG": "C.utf8"], true), (["LANG": "C"], false), ([:], false),
        (["LC_ALL": "C", "LANG": "en_GB.UTF-8"], false), (["LC_CTYPE": "C.UTF-8", "LANG": "C"], true),
    ])
    func `the first locale variable that is set decides on Unicode`(_ environment: [String: String], _ expected: Bool) {
        #expect(Locale.isUnicode { environment[$0] } == expected)
    }
}
