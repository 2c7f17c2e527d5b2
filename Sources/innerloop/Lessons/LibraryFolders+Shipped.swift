import Formulas
import Lessons

extension LibraryFolders {
    /// Where `use` looks: the libraries shipped with the lessons, the user's own, and the current folder.
    static func shipped() -> LibraryFolders {
        var folders: [String] = []
        if let lessons = LessonLibrary.shipped().folder { folders.append(lessons + "/library") }
        let data = Environment.value("XDG_DATA_HOME") ?? Environment.value("HOME").map { $0 + "/.local/share" }
        if let data { folders.append(data + "/innerloop/library") }
        return LibraryFolders(folders + ["."])
    }
}
