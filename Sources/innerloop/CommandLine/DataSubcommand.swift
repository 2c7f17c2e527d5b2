import ArgumentParser
import Datasets
import Formulas
import Glibc
import Sentences
import Typography

/// `innerloop data`: the data sets that are shipped, or what one of them, or a file, holds.
struct DataSubcommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "List the data sets, or show what one, or a file of data, holds.",
        discussion:
            "Files of these kinds are read: \(DataFormat.read). A file comes before a data set of the same name.")

    @ArgumentParser.Argument(
        help: "A data set's name, or a file; without it, the data sets are listed.",
        completion: .file(extensions: DataFormat.allCases.map(\.rawValue)))
    var source: String?

    func run() throws {
        let folders = DatasetFolders.shipped()
        guard let source else { return RootCommand.say(list(folders), to: STDOUT_FILENO) }
        let (path, format) = try located(source, in: folders)
        let datum: Datum?
        do throws(DataError) {
            datum = try DataFile.read(path, as: format)
        } catch {
            throw Failure(message: error.message.visible, status: 1)
        }
        guard let datum else { throw Failure.reported }
        let appearance = Appearance.of(descriptor: STDOUT_FILENO, color: .auto)
        let lines = DatumPrinter(appearance: appearance).lines(of: datum, from: path)
        RootCommand.say(lines.joined(separator: "\n"), to: STDOUT_FILENO)
    }

    private func list(_ folders: DatasetFolders) -> String {
        let names = folders.names
        guard names.isEmpty else {
            return names.map { name in name + (folders.path(of: name).map { "   " + $0.path } ?? "") }
                .joined(separator: "\n")
        }
        let places = folders.folders.map { "\n  " + $0 }.joined()
        return Sentence.datasetsMissing(places: places).text
    }

    private func located(_ source: String, in folders: DatasetFolders) throws -> (String, DataFormat) {
        if access(source, F_OK) == 0 || source.contains("/") || source.contains(".") {
            if let format = DataFormat(path: source) { return (source, format) }
            throw Failure.usage(.dataOfUnknownKind(file: source, kinds: DataFormat.read))
        }
        if let found = folders.path(of: source) { return found }
        let near = Spelling.nearest(to: source, in: folders.names)
        throw Failure.usage(
            near.map { .datasetUnknownNear(name: source, near: $0) } ?? .datasetUnknown(name: source))
    }
}
