import Datasets
import Lessons

extension DatasetFolders {
    /// Where `load` looks: beside the lessons that belong to this program.
    static func shipped() -> DatasetFolders {
        DatasetFolders(LessonLibrary.shippedCandidates().map { $0 + "/datasets" })
    }
}
