/// What is said of how long something takes, of programs, and of where their time goes.
extension Sentence {
    package static let runningFor = Sentence("progress-line.running", "running for {time}")
    package static let iterationCount = Sentence("progress-line.iterations", "{count} iterations")
    package static let iterationReached = Sentence("progress-line.iteration", "iteration {number}")
    package static let iterationOf = Sentence("progress-line.iteration-of", "iteration {number} of {count}")
    package static let timeLeft = Sentence("progress-line.left", "{time} left")
    package static let timeSpent = Sentence("progress-line.after", "after {time}")
    package static let secondsForEach = Sentence("progress-line.each", "{seconds} s each")
    package static let daysTaken = Sentence("progress-line.days", "days")

    package static let timeTaken = Sentence("time.taken", "took {time}")
    package static let timeTakenAgain = Sentence(
        "time.taken-again", "took {time}; again {each}, that is {count} times a second")

    package static let programTraced = Sentence(
        "program.traced", "traced: {count} {count|instruction|instructions}, {operations} FLOP")
    package static let programSimplified = Sentence(
        "program.simplified",
        "simplified: {count} {count|instruction|instructions}, {operations} FLOP, {bytes} bytes of memory")
    package static let moreInstructions = Sentence("program.more", "... {count} more")

    package static let profileOfRuns = Sentence(
        "profile.runs", "{time} a run, the median of {runs}; {memory} of memory")
    package static let profileOfWork = Sentence(
        "profile.work", "{count} {count|instruction|instructions}, {operations}, {speed}")
    package static let profileTime = Sentence("profile.time", "time")
    package static let profileShare = Sentence("profile.share", "share")
    package static let profileCount = Sentence("profile.count", "count")
    package static let profileOperation = Sentence("profile.operation", "operation")
    package static let profileFormula = Sentence("profile.formula", "formula")
    package static let profileNoPart = Sentence("profile.no-part", "(nothing in particular)")
    package static let profileRest = Sentence("profile.rest", "({count} more)")
}
