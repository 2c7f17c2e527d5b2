import Glibc

/// The environment variables of the process.
enum Environment {
    /// A variable's value; nil where it is unset or empty, which POSIX treats alike for all that are read here.
    static func value(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// Whether a variable is set, be it to nothing (`INNERLOOP_HISTORY=` turns the history off).
    static func isSet(_ name: String) -> Bool { getenv(name) != nil }
}
