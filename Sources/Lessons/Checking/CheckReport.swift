internal import Formulas

/// What came of checking lessons, for the tools that gather test results.
public struct CheckReport: Sendable {
    /// A lesson, checked.
    public struct Entry: Sendable {
        public let path: String
        public let problems: [LessonProblem]
        public let seconds: Double

        public init(path: String, problems: [LessonProblem], seconds: Double) {
            self.path = path
            self.problems = problems
            self.seconds = seconds
        }
    }

    public var entries: [Entry] = []

    public init() {}

    // MARK: TAP

    /// The Test Anything Protocol, version 14: a test for each lesson, its problems in a block of YAML.
    public var tap: String {
        var lines = ["TAP version 14", "1..\(entries.count)"]
        for (index, entry) in entries.enumerated() {
            let name = Self.oneLine(entry.path).replacing("\\", with: "\\\\").replacing("#", with: "\\#")
            lines.append("\(entry.problems.isEmpty ? "ok" : "not ok") \(index + 1) - \(name)")
            guard !entry.problems.isEmpty else { continue }
            let problems = entry.problems.map { problem in
                "    - '\(Self.oneLine(problem.description).replacing("'", with: "''"))'"
            }
            lines += ["  ---", "  problems:"] + problems + ["  ..."]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: JUnit

    /// The XML that JUnit's Ant task began and CI services read: a test case for each lesson, a failure for each problem.
    public var junit: String {
        let failures = entries.count { !$0.problems.isEmpty }
        let seconds = Self.number(entries.reduce(0) { $0 + $1.seconds })
        let counts = "tests=\"\(entries.count)\" failures=\"\(failures)\" errors=\"0\" time=\"\(seconds)\""
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites name=\"innerloop check\" \(counts)>",
            "  <testsuite name=\"lessons\" \(counts) skipped=\"0\">",
        ]
        for entry in entries {
            let opening =
                "    <testcase classname=\"lessons\" name=\"\(Self.escaped(entry.path))\" time=\"\(Self.number(entry.seconds))\""
            guard !entry.problems.isEmpty else {
                lines.append(opening + "/>")
                continue
            }
            lines.append(opening + ">")
            for problem in entry.problems {
                lines.append(
                    "      <failure type=\"lesson\" message=\"\(Self.escaped(problem.diagnostic.message))\">\(Self.escaped(problem.description))</failure>"
                )
            }
            lines.append("    </testcase>")
        }
        return (lines + ["  </testsuite>", "</testsuites>"]).joined(separator: "\n") + "\n"
    }

    /// Text as XML may hold it: of control characters it can hold none but tabs and line ends.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\t": result += "&#9;"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func oneLine(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }

    /// Milliseconds are enough.
    private static func number(_ seconds: Double) -> String { String((seconds * 1000).rounded() / 1000) }
}
