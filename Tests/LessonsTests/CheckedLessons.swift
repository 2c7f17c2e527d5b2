import Foundation
import Formulas

@testable import Lessons

/// Lessons in a folder of their own, to be checked. A class, because the folder is removed at its end.
final class CheckedLessons {
    let folder = NSTemporaryDirectory() + "checked-" + UUID().uuidString
    let paths: [String]

    init(_ texts: [String: String]) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        paths = texts.keys.sorted().map { [folder] in "\(folder)/\($0)" }
        for (name, text) in texts {
            try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func result() -> LessonChecker.Result {
        LessonChecker(library: LessonLibrary(candidates: [])).check(paths: paths)
    }

    /// What a compiler would print, without the folder.
    func messages() -> [String] { result().problems.map { $0.description.replacing(folder + "/", with: "") } }

    func text(of name: String) throws -> String { try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) }
}
