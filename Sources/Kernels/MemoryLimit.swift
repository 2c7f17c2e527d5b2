internal import Glibc
internal import Synchronization

/// The memory that this process may take, where somebody has set a limit.
public enum MemoryLimit {
    private static let limit = Atomic(Int.max)

    /// Bytes; nil where only the machine sets a limit.
    public static var bytes: Int? {
        get {
            let bytes = limit.load(ordering: .relaxed)
            return bytes == Int.max ? nil : bytes
        }
        set { limit.store(newValue ?? Int.max, ordering: .relaxed) }
    }

    /// Bytes left of it; nil where there is none.
    package static var left: Int? { bytes.map { max(0, $0 - resident) } }

    /// Bytes that the process has in memory; 0 where that can't be told.
    private static var resident: Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var (total, pages) = (0, 0)
        let found = withUnsafeMutablePointer(to: &total) { total in
            withUnsafeMutablePointer(to: &pages) { pages in
                withVaList([total, pages]) { vfscanf(file, "%ld %ld", $0) }
            }
        }
        return found == 2 ? pages * sysconf(Int32(_SC_PAGESIZE)) : 0
    }
}
