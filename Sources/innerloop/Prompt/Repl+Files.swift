import CSignals
import Files
import Formulas
import Glibc
import Lessons
import Sentences

/// Saving, loading and exporting.
extension Repl {
    /// Where a file is to be written: what was typed, its last word `over` where it may be there already. Nil, and a
    /// sentence, where that can't be.
    func target(_ typed: String) -> String? {
        let mayReplace = typed.hasSuffix(" over")
        let path = mayReplace ? String(typed.dropLast(5)).trimmed : typed
        guard path.hasSuffix(".md"), path.split(separator: "/").last != ".md" else {
            terminal.report(.markdownNameWanted(path: path))
            return nil
        }
        guard mayReplace || access(path, F_OK) != 0 else {
            terminal.report(.fileIsThere(path: path))
            return nil
        }
        return path
    }

    /// Writes the session as a lesson file.
    func save(to path: String) {
        guard !record.saved.isEmpty else { return terminal.report(.nothingToSave) }
        let id = lessonID(of: path)
        guard library.folder == nil || !library.entries().contains(where: { $0.id == id }) else {
            terminal.report(.lessonNameTaken(id: id))
            return
        }
        write(record.saved.text(id: id, title: id, seed: seed), to: path)
    }

    /// Runs a lesson file, or else a script, in the session.
    func load(_ path: String) {
        guard path.hasSuffix(".md") else {
            do {
                run(try SourceFile.read(path), isWhole: true)
            } catch {
                terminal.report("\(error)\n")
            }
            return
        }
        guard walk == nil else {
            return terminal.report(.lessonIsOpen(path: path))
        }
        let reading = LessonReader.read(path: path)
        for problem in reading.problems { show(problem) }
        guard let lesson = reading.lesson else { return }
        record.saved.begin(lesson.title)
        let runner = LessonRunner(
            printer: presenter.lessonPrinter, drawing: presenter.draw,
            write: { [terminal] in terminal.write($0 + "\n") })
        var runs: [StepRun] = []
        let result = runner.run(lesson, in: session, onRun: { runs.append($0) })
        for run in runs { record.saved.append(run, of: lesson, seed: seed, precision: session.precision) }
        for problem in result.problems { terminal.report("\(problem)\n") }
        session.keepAsides()
        record.saved.begin(Sentence.sessionTitle.text)
        note(.command(":load \(absolute(path))"))
    }

    /// Writes the open lesson, or else the session, as Markdown with all that it gives.
    func export(to path: String) {
        guard let lesson = walk?.lesson ?? savedLesson(named: path) else { return }
        let pictures = ExportedPictures(figures, beside: path)
        let exporter = MarkdownExporter(picture: pictures.picture)
        // The session is lent to the export, which begins as a fresh one does.
        let state = session.state
        session.state = beginning
        let result = exporter.export(lesson, in: session)
        session.state = state
        if signals_interrupted() { return terminal.report(.exportStopped) }
        for problem in result.problems { terminal.report("\(problem)\n") }
        write(result.markdown, to: path)
        if !pictures.files.isEmpty {
            terminal.write(.figuresWritten(files: pictures.files.joined(separator: ", ")))
        }
    }

    /// The session as a lesson; nil, and a sentence, where there is none yet.
    private func savedLesson(named path: String) -> Lesson? {
        guard !record.saved.isEmpty else {
            terminal.report(.nothingToExport)
            return nil
        }
        let text = record.saved.text(id: lessonID(of: path), title: Sentence.sessionTitle.text, seed: seed)
        let reading = LessonReader.read(bytes: Array(text.utf8), name: path)
        for problem in reading.problems { show(problem) }
        return reading.lesson
    }

    private func write(_ text: String, to path: String) {
        do throws(FileFailure) {
            try ReplacedFile.write(Array(text.utf8), to: path)
            terminal.write(.fileSaved(path: path))
        } catch {
            terminal.report(.fileNotSaved(path: path, reason: error.reason))
        }
    }

    /// A file's name, as far as an id can hold it.
    private func lessonID(of path: String) -> String {
        let name = path.split(separator: "/").last.map { $0.dropLast(3) } ?? ""
        let id = String(name.map { $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : "-" })
        return id.contains { $0.isLetter || $0.isNumber } ? id : "session"
    }
}
