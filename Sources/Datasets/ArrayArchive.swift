internal import Tensors

/// The contents of a `.npz` file: a ZIP archive with a `.npy` file for each array.
enum ArrayArchive {
    /// The arrays by name, in their order.
    static func fields(_ bytes: [UInt8]) throws(Malformed) -> [Datum.Field] {
        var fields: [Datum.Field] = []
        var names: Set<String> = []
        for (path, contents) in try ZipArchive.entries(bytes) {
            guard path.hasSuffix(".npy") else { throw Malformed("it holds '\(path)', which is no .npy file") }
            let name = String(path.dropLast(4))
            guard names.insert(name).inserted else { throw Malformed("it holds two arrays called '\(name)'") }
            do throws(Malformed) {
                fields.append(Datum.Field(name, .tensor(try ArrayFile.tensor(contents))))
            } catch {
                throw Malformed("\(path) in it: \(error.reason)")
            }
        }
        return fields
    }

    static func bytes(_ datum: Datum) throws(Malformed) -> [UInt8] {
        // libarchive does not take an archive of nothing for one.
        guard case .record(let fields) = datum, !fields.isEmpty else {
            throw Malformed("a .npz file holds a record of tensors, at least one")
        }
        var entries: [(path: String, contents: [UInt8])] = []
        for field in fields {
            guard case .tensor(let tensor) = field.value else {
                throw Malformed("a .npz file holds a record of tensors, and \(field.name) is none")
            }
            entries.append((field.name + ".npy", ArrayFile.bytes(tensor)))
        }
        return try ZipArchive.bytes(entries)
    }
}
