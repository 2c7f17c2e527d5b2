import Formulas
import Glibc
import Sentences

/// The reader's own editor, for an entry that has become too long for a line.
struct Editor {
    let words: [String]

    /// What went wrong, as a sentence.
    struct Failure: Error { let message: String }

    /// `VISUAL`, else `EDITOR`, else vi.
    static func chosen(environment: (String) -> String? = Environment.value) -> Editor {
        let named = ["VISUAL", "EDITOR"].lazy.compactMap(environment).map(ChildProgram.words).first { !$0.isEmpty }
        return Editor(words: named ?? ["vi"])
    }

    /// What the reader has made of a text; nil where it is the same or nothing is left.
    func edited(_ text: String) throws(Failure) -> String? {
        let folder = Environment.value("TMPDIR") ?? "/tmp"
        var template = Array("\(folder)/innerloop-XXXXXX.loop".utf8CString)
        let file = mkstemps(&template, 5)
        guard file >= 0 else {
            throw Failure(
                .temporaryFileFailed(folder: folder, reason: String(cString: strerror(errno)).lowercased()))
        }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        let output = Output(descriptor: file)
        output.write(text + "\n")
        output.flush()
        close(file)

        let name = words.joined(separator: " ")
        let status: Int32
        do throws(ChildProgram.Failure) {
            status = try ChildProgram.run(words + [path])
        } catch {
            throw Failure(.editorNotStarted(name: name, reason: error.reason))
        }
        guard status == 0 else { throw Failure(.editorFailed(name: name)) }
        let saved: String
        do {
            let source = try SourceFile.read(path)
            saved = String(decoding: source.bytes, as: UTF8.self).trimmed
        } catch let failure as innerloop.Failure {
            throw Failure(message: failure.message)
        } catch {
            throw Failure(message: "\(error)")
        }
        return saved.isEmpty || saved == text.trimmed ? nil : saved
    }
}

extension Editor.Failure {
    fileprivate init(_ sentence: Sentence) { self.init(message: sentence.text) }
}
