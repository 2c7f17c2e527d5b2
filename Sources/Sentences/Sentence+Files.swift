/// What is said of files that are read and written.
extension Sentence {
    package static let markdownNameWanted = Sentence(
        "save.name-wanted", "a name that ends in '.md' was wanted, not '{path}'")
    package static let fileIsThere = Sentence("save.is-there", "{path} is there already; '{path} over' writes over it")
    package static let fileSaved = Sentence("save.done", "saved {path}")
    package static let fileNotSaved = Sentence("save.failed", "cannot save {path}: {reason}")
    package static let nothingToSave = Sentence("save.nothing", "there is nothing to save yet")
    package static let lessonNameTaken = Sentence(
        "save.name-taken", "'{id}' is the name of a lesson that there is; another was wanted")
    package static let nothingToExport = Sentence("export.nothing", "there is nothing to export yet")
    package static let exportStopped = Sentence("export.stopped", "stopped; nothing is written")
    package static let figuresWritten = Sentence("export.figures", "figures: {files}")

    /// The heading and the title of a session that is written as a lesson.
    package static let sessionTitle = Sentence("session.title", "Session")
    package static let staleRunAgain = Sentence("session.refreshed", "What was stale is run again.")

    package static let fileUnreadable = Sentence("file.unreadable", "{file}: {reason}")
    package static let fileIsFolder = Sentence("file.is-folder", "is a folder, a file was wanted")
    package static let fileIsLarge = Sentence("file.is-large", "{file}: larger than {size} MB")
    package static let fileIsEmpty = Sentence("file.is-empty", "{file}:1: error: the file is empty")
    package static let fileHasZero = Sentence("file.has-zero", "{file}:{line}: error: a zero byte, so it is no text")
    package static let fileIsNotText = Sentence("file.is-not-text", "{file}:{line}: error: a byte that is not UTF-8")
    package static let temporaryFileFailed = Sentence(
        "file.no-temporary", "cannot make a file in {folder}: {reason}")
    package static let temporaryFolderFailed = Sentence(
        "folder.no-temporary", "no folder can be made in {folder}: {reason}")

    package static let resultsNotWritten = Sentence("output.results", "cannot write the results: {reason}")
    package static let lessonNotWritten = Sentence("output.lesson", "cannot write the lesson: {reason}")
    package static let fileNotWritten = Sentence("output.file", "cannot write {file}: {reason}")
}
