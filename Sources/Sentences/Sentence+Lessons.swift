/// What is said of lessons, and on the way through one.
extension Sentence {
    package static let lessonsMissing = Sentence(
        "lessons.none", "no lessons found; INNERLOOP_HOME names the folder that holds the folder 'lessons'")
    package static let lessonUnknown = Sentence("lesson.unknown", "no lesson '{name}'")
    package static let lessonUnknownNear = Sentence("lesson.unknown-near", "no lesson '{name}'; did you mean '{near}'?")

    package static let lessonNotOpen = Sentence("lesson.none-open", "no lesson is open; ':learn' opens one")
    package static let lessonNotOpenToLeave = Sentence("lesson.none-to-leave", "no lesson is open")
    package static let lessonIsOpen = Sentence(
        "lesson.is-open", "a lesson is open; ':leave' closes it, then ':load {path}'")
    package static let lessonContinues = Sentence("lesson.goes-on", "going on at step {step}; ':step 1' begins anew")
    package static let lessonLeft = Sentence("lesson.left", "left '{title}'")
    package static let lessonOffered = Sentence("lesson.offered", "Enter again opens the lesson '{id}'")
    package static let lessonIsDone = Sentence("lesson.is-done", "{title}: done.")
    package static let unseenPartFails = Sentence("lesson.unseen-fails", "a part of the lesson that runs unseen fails:")

    package static let fullWaits = Sentence("full.waits", "not run: these are the full sizes; ':full' runs them")
    package static let fullSizeReached = Sentence(
        "full.reached", "the lesson is at its full size; ':check' proves its claims so far again, ':full off' goes back"
    )
    package static let fullSizeAhead = Sentence(
        "full.ahead", "the full sizes come later in the lesson, and run there; ':full off' leaves them out again")
    package static let fullSizeFailed = Sentence("full.failed", "the lesson stays at its quick size")
    package static let fullSizeLeft = Sentence("full.left", "the lesson is at its quick size again")
    package static let fullSizeIsThere = Sentence(
        "full.is-there", "the lesson is at its full size; ':full off' goes back")
    package static let quickSizeIsThere = Sentence("full.is-quick", "the lesson is at its quick size")
    package static let fullSizeMissing = Sentence("full.none", "'{title}' has no full size: nothing in it is left out")
    package static let fullSizeOfScript = Sentence("full.script", "--full is for lessons, not for scripts")
    package static let fullWanted = Sentence("full.wanted", "':full' or ':full off' was wanted")

    package static let stepBeginsAgain = Sentence("step.again", "the step begins again")
    package static let stepIsFirst = Sentence("step.first", "this is the first step")
    package static let stepWanted = Sentence("step.wanted", "a number from 1 to {count} was wanted")
    package static let stepPlace = Sentence("step.place", "step {step} of {count}")
    package static let stepIsHere = Sentence("step.here", "(here)")
    package static let minutesNeeded = Sentence("lesson.minutes", "{count} min")

    package static let doneWord = Sentence("progress.done", "done")
    package static let stepsDone = Sentence("progress.steps", "{done} of {count} steps   {share} %")
    package static let progressNotKept = Sentence("progress.not-kept", "progress is not kept: {problem}")

    package static let errorAnnounced = Sentence("lesson.error-announced", "error, as announced: {message}")
    package static let errorMissing = Sentence(
        "lesson.error-missing", "fails: an error with '{error}' was announced here, and there was none")
    package static let claimFails = Sentence("lesson.claim-fails", "fails")
}
