/// Reads TeX mathematics into atoms, row by row.
struct TeXReader {
    /// Groups deeper than this are shown as written.
    private static let maximumDepth = 40

    private let characters: [Character]
    private var position = 0

    init(_ tex: String) { characters = Array(tex) }

    /// The cells of each row.
    mutating func rows() -> [[String]] {
        var rows: [[String]] = [[]]
        var atoms: [MathAtom] = []
        func cell() -> String { MathAtom.joined(atoms, isScript: false).trimmed() }
        while let next = peek() {
            if next == "&" {
                position += 1
                rows[rows.count - 1].append(cell())
                atoms = []
            } else if next == "\\", position + 1 < characters.count, characters[position + 1] == "\\" {
                skipRowEnd()
                rows[rows.count - 1].append(cell())
                atoms = []
                rows.append([])
            } else if next == "}" {
                // A brace too many: shown, rather than lost.
                position += 1
                atoms.append(MathAtom(text: "}", kind: .closing))
            } else {
                atoms += scripted(depth: 0, isScript: false)
            }
        }
        rows[rows.count - 1].append(cell())
        return rows
    }

    private func peek() -> Character? { position < characters.count ? characters[position] : nil }

    private mutating func take() -> Character? {
        guard let next = peek() else { return nil }
        position += 1
        return next
    }

    /// `\\`, and the distance that may follow it: `\\[2mm]`.
    private mutating func skipRowEnd() {
        position += 2
        guard peek() == "[", let end = characters[position...].firstIndex(of: "]"), end - position < 10 else { return }
        position = end + 1
    }

    /// One atom with the scripts that follow it.
    private mutating func scripted(depth: Int, isScript: Bool) -> [MathAtom] {
        guard let first = peek() else { return [] }
        if first == " " || first == "\n" || first == "\t" {
            position += 1
            return []
        }
        var atoms = first == "_" || first == "^" ? [] : atom(depth: depth, isScript: isScript)
        while let mark = peek() {
            if mark == "_" || mark == "^" {
                position += 1
                attach(script(of: mark, depth: depth), to: &atoms)
            } else if mark == "'", !atoms.isEmpty {
                attach(primes(), to: &atoms)
            } else {
                break
            }
        }
        return atoms
    }

    private mutating func primes() -> String {
        var count = 0
        while peek() == "'" {
            position += 1
            count += 1
        }
        let signs = ["′", "″", "‴", "⁗"]
        return signs.indices.contains(count - 1) ? signs[count - 1] : String(repeating: "′", count: count)
    }

    private func attach(_ text: String, to atoms: inout [MathAtom]) {
        if atoms.isEmpty { atoms.append(MathAtom(text: "", kind: .ordinary)) }
        let last = atoms.count - 1
        atoms[last].text += text
        // A sign with a script adds nothing to anything: it is a name.
        if atoms[last].kind == .binary { atoms[last].kind = .ordinary }
        let isSpelled = (text.hasPrefix("_") || text.hasPrefix("^")) && !text.hasSuffix(")")
        if isSpelled, atoms[last].kind == .ordinary { atoms[last].kind = .spelled }
    }

    /// The script that follows a `_` or a `^`, raised or lowered where all of its characters can be.
    private mutating func script(of mark: Character, depth: Int) -> String {
        while peek() == " " { position += 1 }
        let content = MathAtom.joined(argument(depth: depth + 1, isScript: true), isScript: true)
        let table = mark == "^" ? TeXSymbols.superscripts : TeXSymbols.subscripts
        if content.isEmpty { return "" }
        let raised = content.compactMap { table[$0] }
        if raised.count == content.count { return String(raised) }
        let isWord = content.allSatisfy { $0.isLetter || $0.isNumber } || content.count == 1
        return isWord ? "\(mark)\(content)" : "\(mark)(\(content))"
    }

    /// A group, or a single atom.
    private mutating func argument(depth: Int, isScript: Bool = false) -> [MathAtom] {
        while peek() == " " || peek() == "\n" { position += 1 }
        guard peek() != "}", peek() != "&" else { return [] }
        return atom(depth: depth, isScript: isScript)
    }

    private mutating func group(depth: Int, isScript: Bool) -> [MathAtom] {
        var atoms: [MathAtom] = []
        while let next = peek(), next != "}" {
            if next == "&" {
                position += 1
                atoms.append(MathAtom(text: " ", kind: .space))
            } else {
                atoms += scripted(depth: depth + 1, isScript: isScript)
            }
        }
        position += peek() == "}" ? 1 : 0
        return atoms
    }

    private mutating func atom(depth: Int, isScript: Bool) -> [MathAtom] {
        guard let first = take() else { return [] }
        guard depth < Self.maximumDepth else { return [MathAtom(text: String(first), kind: .ordinary)] }
        switch first {
        case "{": return group(depth: depth, isScript: isScript)
        case "\\": return command(depth: depth, isScript: isScript)
        case "~": return [MathAtom(text: " ", kind: .space)]
        default: return [TeXSymbols.atom(first)]
        }
    }

    private mutating func command(depth: Int, isScript: Bool) -> [MathAtom] {
        guard depth < Self.maximumDepth, let first = take() else { return [MathAtom(text: "\\", kind: .ordinary)] }
        var name = String(first)
        if first.isASCII, first.isLetter {
            while let next = peek(), next.isASCII, next.isLetter {
                name.append(next)
                position += 1
            }
        }
        switch name {
        case "frac", "dfrac", "tfrac":
            let above = argument(depth: depth + 1)
            return [fraction(above, argument(depth: depth + 1))]
        case "sqrt":
            let root = MathAtom.joined(argument(depth: depth + 1), isScript: true)
            return [MathAtom(text: "√" + parenthesised(root), kind: .ordinary)]
        case "text", "textrm", "textbf", "textit", "mathrm", "mathbf", "mathit", "mathsf", "mathtt", "boldsymbol", "bm":
            if name.hasPrefix("text") || name == "mathrm" { return [MathAtom(text: rawText(), kind: .ordinary)] }
            return argument(depth: depth + 1)
        case "operatorname": return [MathAtom(text: rawText(), kind: .function)]
        case "mathbb", "mathcal", "mathscr":
            let letters = rawText().map { TeXSymbols.letter($0, alphabet: name) }
            return [MathAtom(text: String(letters), kind: .ordinary)]
        case "left", "right":
            while peek() == " " { position += 1 }
            guard let bracket = take() else { return [] }
            if bracket == "." { return [] }
            let inner = bracket == "\\" ? command(depth: depth + 1, isScript: isScript) : [TeXSymbols.atom(bracket)]
            return inner.map { MathAtom(text: $0.text, kind: name == "left" ? .opening : .closing) }
        case "begin", "end": return environment(rawText(), begins: name == "begin")
        case "underbrace", "overbrace": return argument(depth: depth + 1)
        case "color", "vspace", "hspace", "label", "tag":
            _ = rawText()
            return []
        case "not":
            let negated = argument(depth: depth + 1)
            return negated.map { MathAtom(text: $0.text + "\u{338}", kind: $0.kind) }
        default: break
        }
        if let accent = TeXSymbols.accents[name] {
            return accented(argument(depth: depth + 1), with: accent)
        }
        return [TeXSymbols.atom(name) ?? MathAtom(text: "\\" + name, kind: .function)]
    }

    /// The accent stands over each letter, as nothing wider can be had.
    private func accented(_ atoms: [MathAtom], with accent: Character) -> [MathAtom] {
        atoms.map { atom in
            MathAtom(text: atom.text.map { "\($0)\(accent)" }.joined(), kind: atom.kind)
        }
    }

    /// The text between the braces, with its spaces.
    private mutating func rawText() -> String {
        while peek() == " " { position += 1 }
        guard peek() == "{" else { return take().map(String.init) ?? "" }
        position += 1
        var text = ""
        var open = 1
        while let next = take() {
            if next == "{" { open += 1 }
            if next == "}" { open -= 1 }
            if open == 0 { break }
            if next != "\\" { text.append(next) }
        }
        return text
    }

    /// Matrices and cases have brackets of their own; everything else is only a way of setting rows.
    private mutating func environment(_ name: String, begins: Bool) -> [MathAtom] {
        switch (name, begins) {
        case ("pmatrix", true): return [MathAtom(text: "(", kind: .opening)]
        case ("pmatrix", false): return [MathAtom(text: ")", kind: .closing)]
        case ("bmatrix", true): return [MathAtom(text: "[", kind: .opening)]
        case ("bmatrix", false): return [MathAtom(text: "]", kind: .closing)]
        case ("cases", true): return [MathAtom(text: "{", kind: .opening)]
        case ("array", true):
            _ = rawText()
            return []
        default: return []
        }
    }

    private func fraction(_ above: [MathAtom], _ below: [MathAtom]) -> MathAtom {
        let top = MathAtom.joined(above, isScript: false)
        let bottom = MathAtom.joined(below, isScript: false)
        let common = ["1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾"]
        if let sign = common["\(top)/\(bottom)"] { return MathAtom(text: sign, kind: .ordinary) }
        return MathAtom(text: parenthesised(top, asNumerator: true) + "/" + parenthesised(bottom), kind: .ordinary)
    }

    /// In brackets, unless it is one thing: a name with its scripts, a number, or something in brackets already.
    private func parenthesised(_ text: String, asNumerator: Bool = false) -> String {
        let isProduct = !text.contains { " /+−".contains($0) }
        let names = text.filter { $0.isLetter && TeXSymbols.superscripts.values.contains($0) == false }.count
        if isProduct, asNumerator || names <= 1 { return text }
        return "(\(text))"
    }
}

extension String {
    func trimmed() -> String { String(trimmedEnd().drop { $0 == " " }) }
}
