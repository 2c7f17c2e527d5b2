import Formulas
import Programs
import Sentences
import Typography

/// Where the time of a formula goes, as lines for the terminal: by operation, and by part of the formula.
struct ProfilePrinter {
    let appearance: Appearance

    /// Rows of a table; what is left takes little time.
    private static let mostRows = 12

    fileprivate struct Row {
        var seconds = 0.0
        var count = 0
    }

    func lines(of formula: Session.TracedFormula, _ profile: Profile) -> [String] {
        let program = formula.simplified
        var byOperation: [String: Row] = [:]
        var bySpan: [String: Row] = [:]
        for (instruction, seconds) in zip(program.instructions, profile.seconds) {
            let types = instruction.inputs.map { "\(program.types[$0])" }.joined(separator: ", ")
            let part = instruction.origin.map { formula.spans[$0].text.singleLine } ?? Sentence.profileNoPart.text
            byOperation["\(instruction.primitive.name) \(types)", default: Row()].add(seconds)
            bySpan[part, default: Row()].add(seconds)
        }
        let lines =
            summary(of: formula, profile) + table(.profileOperation, byOperation) + table(.profileFormula, bySpan)
        return lines.map { $0.cut(to: appearance.columns, ellipsis: appearance.ellipsis) }
    }

    private func summary(of formula: Session.TracedFormula, _ profile: Profile) -> [String] {
        let program = formula.simplified
        let operations = Double(program.operationCount)
        let speed = scaled(operations / profile.duration, ["FLOP/s", "kFLOP/s", "MFLOP/s", "GFLOP/s", "TFLOP/s"])
        let runs = Sentence.profileOfRuns(
            time: time(profile.duration), runs: profile.runs,
            memory: scaled(Double(formula.memorySize), ["B", "kB", "MB", "GB", "TB"]))
        let work = Sentence.profileOfWork(
            count: program.instructions.count,
            operations: scaled(operations, ["FLOP", "kFLOP", "MFLOP", "GFLOP", "TFLOP"]), speed: speed)
        return [runs.text, work.text]
    }

    private func table(_ title: Sentence, _ rows: [String: Row]) -> [String] {
        let total = max(rows.values.reduce(0) { $0 + $1.seconds }, .leastNormalMagnitude)
        let sorted = rows.sorted { ($1.value.seconds, $0.key) < ($0.value.seconds, $1.key) }
        func line(_ cells: [String], _ last: String) -> String {
            zip(cells, [9, 7, 7]).map { cell, width in cell.padded(toEndAt: width) }.joined() + "  " + last
        }
        func line(_ row: Row, _ name: String) -> String {
            line([time(row.seconds), "\(Int((row.seconds / total * 100).rounded()))%", "\(row.count)"], name)
        }
        let heads: [Sentence] = [.profileTime, .profileShare, .profileCount]
        var lines = ["", line(heads.map(\.text), title.text)]
        lines += sorted.prefix(Self.mostRows).map { line($0.value, $0.key) }
        let rest = sorted.dropFirst(Self.mostRows)
        if !rest.isEmpty {
            let sum = rest.reduce(into: Row()) { $0.add($1.value.seconds, $1.value.count) }
            lines.append(line(sum, Sentence.profileRest(count: rest.count).text))
        }
        return lines
    }

    /// `1.25 ms`.
    func time(_ seconds: Double) -> String {
        let micro = appearance.unicode ? "µs" : "us"
        return seconds < 1e-6 ? scaled(seconds * 1e9, ["ns"]) : scaled(seconds * 1e6, [micro, "ms", "s"])
    }

    /// Three digits and a unit, each a thousand of the one before.
    private func scaled(_ value: Double, _ units: [String]) -> String {
        var (value, unit) = (value, 0)
        while value >= 999.5, unit + 1 < units.count {
            value /= 1000
            unit += 1
        }
        let places = value < 9.995 ? 2 : value < 99.95 ? 1 : 0
        return "\(Decimals.text(value, places: places)) \(units[unit])"
    }
}

extension ProfilePrinter.Row {
    fileprivate mutating func add(_ seconds: Double, _ count: Int = 1) {
        self.seconds += seconds
        self.count += count
    }
}

extension String {
    /// The text with every run of blanks and line ends as one blank.
    fileprivate var singleLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
