/// What is said of sessions that ended without leaving.
extension Sentence {
    package static let entryCount = Sentence("restore.entries", "{count} {count|entry|entries}")
    package static let sessionAbandoned = Sentence(
        "restore.abandoned", "the session of {date} ended without leaving: {entries}; ")
    package static let sessionsAbandoned = Sentence(
        "restore.abandoned-more", "the session of {date} ended without leaving: {entries}; {others} more before it; ")
    package static let restoreBringsBack = Sentence("restore.how", ":restore brings {count|it|them} back, ")
    package static let restoreForgets = Sentence("restore.how-to-drop", ":restore drop forgets {count|it|them}")

    package static let restoreWanted = Sentence("restore.wanted", "':restore' or ':restore drop' was wanted")
    package static let restoreTooLate = Sentence(
        "restore.too-late", "this session has begun already; ':reset' and ':leave' first, then ':restore'")
    package static let restoreStopped = Sentence(
        "restore.stopped", "stopped; nothing is brought back, and ':restore' begins again")
    package static let sessionRestored = Sentence(
        "restore.done", "{entries} of the session of {date} {count|is|are} back")
    package static let sessionDropped = Sentence("restore.dropped", "the session of {date} is forgotten")
    package static let nothingToRestore = Sentence(
        "restore.nothing", "there is no session to bring back: the earlier ones were left as they should be")
}
