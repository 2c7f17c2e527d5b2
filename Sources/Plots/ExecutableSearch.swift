internal import Glibc

/// Finds programs on a search path.
public enum ExecutableSearch {
    /// The first executable file of this name in the colon-separated folders.
    ///
    /// Relative folders (and empty ones, which mean the current folder) are passed over: a folder of lessons must not be
    /// able to put its own program in gnuplot's place.
    public static func find(_ name: String, in searchPath: String) -> String? {
        for folder in searchPath.split(separator: ":") where folder.hasPrefix("/") {
            let candidate = "\(folder)/\(name)"
            var status = stat()
            let isFile = stat(candidate, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            if isFile && access(candidate, X_OK) == 0 { return candidate }
        }
        return nil
    }
}
