/// What can be typed next, for completion.
extension Session {
    /// The fields of the record that a path of names leads to (`θ`, or `net.layer₁`), each with what it is.
    public func fields(of path: String) -> [(name: String, kind: String)] {
        let names = path.split(separator: ".", omittingEmptySubsequences: false).map { Names.canonical(String($0)) }
        guard let first = names.first, var value = self.value(of: first) else { return [] }
        for name in names.dropFirst() {
            guard case .record(let record) = value, let field = record[name] else { return [] }
            value = field
        }
        guard case .record(let record) = value else { return [] }
        return record.fields.map { (name: $0.name, kind: $0.value.kindDescription) }
    }

    /// The parameters of a function, each with what it takes as far as that is known; none where the name is no
    /// function's.
    public func parameters(of function: String) -> [(name: String, takes: String)] {
        let name = Names.canonical(function)
        if let value = value(of: name) {
            guard case .function(.closure(let closure)) = value else { return [] }
            return closure.parameters.map { parameter in
                (name: parameter.name, takes: parameter.defaultValue.map { "= " + $0.span.text } ?? "")
            }
        }
        return (Manual.entry(of: name)?.parameters ?? []).map { parameter in
            (name: parameter.name, takes: parameter.shape + (parameter.isOptional ? " (optional)" : ""))
        }
    }

    /// What a top-level name is, in a few words; nil where nothing is bound to it.
    public func kind(of name: String) -> String? { value(of: name)?.kindDescription }
}
