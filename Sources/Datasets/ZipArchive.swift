internal import CArchive
internal import Files
internal import Glibc

/// ZIP archives in memory, by libarchive.
enum ZipArchive {
    static func entries(_ bytes: [UInt8]) throws(Malformed) -> [(path: String, contents: [UInt8])] {
        let locale = UnicodeLocale()
        defer { locale.leave() }
        let archive = ReadArchive()
        var result: Result<[(path: String, contents: [UInt8])], Malformed> = .success([])
        bytes.withUnsafeBytes { memory in
            do throws(Malformed) {
                result = .success(try archive.entries(memory))
            } catch {
                result = .failure(error)
            }
        }
        return try result.get()
    }

    /// The entries as they are, not compressed, as NumPy's `savez` writes them.
    static func bytes(_ entries: [(path: String, contents: [UInt8])]) throws(Malformed) -> [UInt8] {
        // An entry's name stands before it and in the directory at the end, each with less than 300 bytes about it.
        let capacity = entries.reduce(1024) { $0 + $1.contents.count + 2 * $1.path.utf8.count + 600 }
        let locale = UnicodeLocale()
        defer { locale.leave() }
        let archive = WriteArchive()
        var failure: Malformed?
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            do throws(Malformed) {
                count = try archive.write(entries, into: UnsafeMutableRawBufferPointer(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }
}

/// The locale in which libarchive keeps names as UTF-8: it converts them to that of the thread, and loses those that
/// another locale can't spell.
private struct UnicodeLocale {
    private let own = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    private let outer = uselocale(nil)

    init() { if let own { uselocale(own) } }

    func leave() {
        uselocale(outer)
        if let own { freelocale(own) }
    }
}

/// An archive being read. It owns libarchive's object.
private struct ReadArchive: ~Copyable {
    private let handle = archive_read_new()

    deinit { archive_read_free(handle) }

    borrowing func entries(_ bytes: UnsafeRawBufferPointer) throws(Malformed) -> [(path: String, contents: [UInt8])] {
        // By the directory at its end: what is cut off must not pass for a shorter archive.
        archive_read_support_format_zip_seekable(handle)
        guard archive_read_open_memory(handle, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
            throw failure(of: handle)
        }
        var entries: [(path: String, contents: [UInt8])] = []
        var total = 0
        var entry: OpaquePointer?
        while true {
            let status = archive_read_next_header(handle, &entry)
            if status == ARCHIVE_EOF { return entries }
            guard status >= ARCHIVE_WARN else { throw failure(of: handle) }
            guard let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
                throw Malformed("it holds a file without a name")
            }
            let contents = try contents(atMost: WholeFile.largest - total)
            total += contents.count
            entries.append((String(cString: name), contents))
        }
    }

    private borrowing func contents(atMost limit: Int) throws(Malformed) -> [UInt8] {
        var contents: [UInt8] = []
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { block.deallocate() }
        while true {
            let count = archive_read_data(handle, block.baseAddress, block.count)
            if count == 0 { return contents }
            guard count > 0 else { throw failure(of: handle) }
            contents += block[..<count]
            guard contents.count <= limit else {
                throw Malformed("what it holds is larger than \(WholeFile.largest >> 30) GB")
            }
        }
    }
}

/// An archive being written. It owns libarchive's object.
private struct WriteArchive: ~Copyable {
    private let handle = archive_write_new()

    deinit { archive_write_free(handle) }

    /// Gives the number of bytes written.
    borrowing func write(
        _ entries: [(path: String, contents: [UInt8])], into buffer: UnsafeMutableRawBufferPointer
    ) throws(Malformed) -> Int {
        var used = 0
        archive_write_set_format_zip(handle)
        archive_write_zip_set_compression_store(handle)
        // Names are UTF-8, whatever the locale.
        archive_write_set_options(handle, "hdrcharset=UTF-8")
        archive_write_set_bytes_per_block(handle, 0)
        try check(archive_write_open_memory(handle, buffer.baseAddress, buffer.count, &used))
        for entry in entries {
            let header = archive_entry_new()
            defer { archive_entry_free(header) }
            archive_entry_set_pathname_utf8(header, entry.path)
            archive_entry_set_size(header, Int64(entry.contents.count))
            archive_entry_set_filetype(header, UInt32(Glibc.S_IFREG))
            archive_entry_set_perm(header, 0o644)
            try check(archive_write_header(handle, header))
            let written = entry.contents.withUnsafeBytes { archive_write_data(handle, $0.baseAddress, $0.count) }
            guard written == entry.contents.count else { throw failure(of: handle) }
        }
        try check(archive_write_close(handle))
        return used
    }

    private borrowing func check(_ status: CInt) throws(Malformed) {
        guard status == ARCHIVE_OK else { throw failure(of: handle) }
    }
}

/// libarchive's own words.
private func failure(of archive: OpaquePointer?) -> Malformed {
    Malformed("libarchive: " + (archive_error_string(archive).map { String(cString: $0) } ?? "no reason is given"))
}
