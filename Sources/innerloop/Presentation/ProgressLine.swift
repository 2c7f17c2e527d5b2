import Formulas
import Plots
import Sentences
import Typography

/// One line that tells how far a long statement has come.
struct ProgressLine {
    /// Columns there are.
    var columns: Int
    var unicode: Bool

    private static let widestBar = 20
    private static let narrowestBar = 6

    /// A bar, the iterations, the loss and its course, how fast it goes, and the time that is left; of that, what fits.
    func text(of progress: Progress, losses: Sparkline) -> String {
        guard let done = progress.iterations else { return cut(Self.running(progress)) }
        let dot = unicode ? " · " : " | "
        let counts = progress.count.map { "\(done)/\($0)" } ?? Sentence.iterationCount(count: done).text
        var parts = [counts, remaining(progress)]
        // In order of importance, each where it stands.
        for (part, place) in [(loss(progress), 1), (Self.rate(progress), -1)] {
            guard let part else { continue }
            var longer = parts
            longer.insert(part, at: place > 0 ? place : longer.count - 1)
            if DisplayWidth.of(longer.joined(separator: dot)) <= columns { parts = longer }
        }
        var line = parts.joined(separator: dot)
        var room = columns - DisplayWidth.of(line) - 1
        if unicode, room >= 4, progress.loss != nil, parts.count > 2 {
            let course = losses.text(columns: min(room, 16))
            if !course.isEmpty {
                parts[1] += " " + course
                line = parts.joined(separator: dot)
                room = columns - DisplayWidth.of(line) - 1
            }
        }
        if let count = progress.count, count > 0, room >= Self.narrowestBar {
            line = bar(Double(done) / Double(count), columns: min(room, Self.widestBar)) + " " + line
        }
        return cut(line)
    }

    /// The same where lines stay: all of it in words.
    static func sentence(of progress: Progress) -> String {
        guard let done = progress.iterations else { return running(progress) }
        let reached: Sentence =
            progress.count.map { .iterationOf(number: done, count: $0) } ?? .iterationReached(number: done)
        var parts = [reached.text]
        if let loss = progress.loss { parts.append("\(loss.name) \(number(loss.value))") }
        if let rate = rate(progress) { parts.append(rate) }
        let time: Sentence =
            left(progress).map { .timeLeft(time: clock($0)) } ?? .timeSpent(time: clock(progress.seconds))
        parts.append(time.text)
        return parts.joined(separator: ", ")
    }

    private static func running(_ progress: Progress) -> String {
        Sentence.runningFor(time: clock(progress.seconds)).text
    }

    private func bar(_ share: Double, columns: Int) -> String {
        let full = min(columns, max(0, Int(share * Double(columns))))
        return String(repeating: unicode ? "━" : "#", count: full)
            + String(repeating: unicode ? "─" : ".", count: columns - full)
    }

    private func loss(_ progress: Progress) -> String? {
        progress.loss.map { loss in
            "\(unicode ? loss.name : Names.ascii(loss.name)) \(Self.number(loss.value))"
        }
    }

    private func remaining(_ progress: Progress) -> String {
        Self.left(progress).map { Sentence.timeLeft(time: Self.clock($0)).text } ?? Self.clock(progress.seconds)
    }

    /// Seconds, if it goes on as it has.
    private static func left(_ progress: Progress) -> Double? {
        guard let done = progress.iterations, let count = progress.count, done > 0 else { return nil }
        return progress.seconds / Double(done) * Double(max(0, count - done))
    }

    private static func rate(_ progress: Progress) -> String? {
        guard let done = progress.iterations, done > 0, progress.seconds > 0 else { return nil }
        let rate = Double(done) / progress.seconds
        return rate >= 1 ? "\(number(rate))/s" : Sentence.secondsForEach(seconds: number(1 / rate)).text
    }

    private static func number(_ value: Double) -> String {
        // In full up to a million, since 1.23e+03 is no way to write a rate.
        (1000..<1e6).contains(value.magnitude) ? "\(Int(value.rounded()))" : ShortNumber.text(value, digits: 3)
    }

    /// `0:07`, `12:30`, `1:05:00`.
    private static func clock(_ seconds: Double) -> String {
        guard seconds < 360_000 else { return Sentence.daysTaken.text }
        let all = Int(seconds.rounded())
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (all / 3600, all / 60 % 60)
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(all % 60))" : "\(minutes):\(two(all % 60))"
    }

    private func cut(_ line: String) -> String { line.cut(to: columns, ellipsis: unicode ? "…" : "...") }
}
