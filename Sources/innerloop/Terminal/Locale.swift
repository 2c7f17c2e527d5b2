import Glibc

/// The character set of the user's terminal and the language of its reader, as the environment names them.
enum Locale {
    /// Whether the environment asks for UTF-8; the first of the three variables that is set decides.
    static func isUnicode(_ environment: (String) -> String? = Environment.value) -> Bool {
        guard let name = named(environment) else { return false }
        let folded = name.lowercased()
        return folded.contains("utf-8") || folded.contains("utf8")
    }

    /// Tells the C library how characters are encoded, which readline asks to edit a line.
    /// Numbers keep their point: only the character type is taken over.
    static func adopt() {
        let isPlain = ["C", "POSIX", nil].contains(named(Environment.value))
        // In the C locale readline would take the bytes of a typed θ for key presses with the meta key.
        if isPlain, setlocale(LC_CTYPE, "C.UTF-8") != nil { return }
        setlocale(LC_CTYPE, "")
    }

    /// The language of the user's messages, as a tag like `zh`; nil where the environment names none.
    static func language(_ environment: (String) -> String? = Environment.value) -> String? {
        let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first
        let tag = name?.prefix { $0.isLetter } ?? ""
        return (2...3).contains(tag.count) && tag.allSatisfy(\.isLowercase) ? String(tag) : nil
    }

    private static func named(_ environment: (String) -> String?) -> String? {
        ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first
    }
}
