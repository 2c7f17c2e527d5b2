internal import Files

/// Reads and writes files of data.
public enum DataFile {
    /// What a file holds, by its suffix.
    ///
    /// - Parameter header: whether the first row of a table names its columns; told from the row itself where nil.
    public static func read(
        _ path: String, as format: DataFormat, header: Bool? = nil
    ) throws(DataError) -> Datum {
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try WholeFile.read(path)
        } catch {
            throw DataError(notRead: error)
        }
        do throws(Malformed) {
            switch format {
            case .csv:
                return try TableReader(separator: UInt8(ascii: ",")).table(bytes, header: header)
            case .tsv:
                return try TableReader(separator: UInt8(ascii: "\t")).table(bytes, header: header)
            case .json: return try JSONReader.datum(bytes)
            case .npy: return .tensor(try ArrayFile.tensor(bytes))
            case .npz: return .record(try ArrayArchive.fields(bytes))
            case .txt, .md, .loop:
                guard let text = String(validating: bytes, as: UTF8.self) else { throw Malformed("it is not UTF-8") }
                return .string(text.first == "\u{FEFF}" ? String(text.dropFirst()) : text)
            }
        } catch {
            throw DataError("\(path): \(error.reason)")
        }
    }

    /// What a file of that path and kind would hold. What such a file can't hold is an error.
    public static func bytes(
        of datum: Datum, for path: String, as format: DataFormat
    ) throws(DataError) -> [UInt8] {
        do throws(Malformed) {
            return try contents(datum, format)
        } catch {
            throw DataError("\(path) can't be written: \(error.reason)")
        }
    }

    /// Writes a file, whole or not at all.
    ///
    /// - Parameter isInterrupted: asked between parts of a large file; once it says yes, the file stays as it was.
    public static func write(
        _ bytes: [UInt8], to path: String, isInterrupted: () -> Bool = { false }
    ) throws(DataError) {
        do throws(FileFailure) {
            try ReplacedFile.write(bytes, to: path, isInterrupted: isInterrupted)
        } catch {
            throw DataError(notWritten: error)
        }
    }

    private static func contents(_ datum: Datum, _ format: DataFormat) throws(Malformed) -> [UInt8] {
        switch format {
        case .csv: return try TableWriter.bytes(datum, separator: UInt8(ascii: ","))
        case .tsv: return try TableWriter.bytes(datum, separator: UInt8(ascii: "\t"))
        case .json: return JSONWriter.bytes(datum)
        case .npy:
            guard case .tensor(let tensor) = datum else { throw Malformed("a .npy file holds one tensor") }
            return ArrayFile.bytes(tensor)
        case .npz: return try ArrayArchive.bytes(datum)
        case .txt:
            guard case .string(let text) = datum else { throw Malformed("a .txt file holds a string") }
            return Array(text.utf8)
        case .md, .loop: throw Malformed("files of this kind are only read")
        }
    }
}
