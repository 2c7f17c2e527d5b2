import Files
import Glibc
import Sentences

/// A folder of its own for what a lesson writes when it is only tried.
struct TrialFolder {
    let path: String

    init() throws(Failure) {
        let parent = Environment.value("TMPDIR") ?? "/tmp"
        var template = Array("\(parent)/innerloop-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure(
                .temporaryFolderFailed(folder: parent, reason: String(cString: strerror(errno))), status: 1)
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Lessons write files into it and make no folders there.
    func remove() {
        for name in Folder.names(in: path, ending: "") { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}
