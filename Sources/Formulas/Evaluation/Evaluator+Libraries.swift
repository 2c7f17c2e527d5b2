internal import Typography

/// The libraries a session knows, and what of them it has read.
///
/// A class, because what one statement has read the next need not read again.
final class Libraries {
    let folders: LibraryFolders
    /// The functions of the standard library, once they have been asked for.
    fileprivate var standard: [String: Value]?

    init(_ folders: LibraryFolders) { self.folders = folders }
}

extension Evaluator {
    /// `use name`: runs a library's definitions as a part of this statement; once in a session.
    func use(_ name: String, _ span: Span, _ scope: Scope?) throws(Diagnostic) {
        guard scope == nil else {
            throw Diagnostic(.evaluation, "use stands at top level, not inside a function", at: span)
        }
        if using.contains(name) {
            let circle = (using + [name]).joined(separator: " → ")
            throw Diagnostic(.evaluation, "libraries use each other in a circle: \(circle)", at: span)
        }
        guard !world.libraries.contains(name) else { return }
        let statements = try statements(ofLibrary: name, span)
        using.append(name)
        defer { using.removeLast() }
        var defined: Set<String> = []
        for statement in statements {
            try checkDefinition(statement, of: name, &defined)
            _ = try execute(statement, nil)
        }
        world.noteLibrary(name)
    }

    private func statements(ofLibrary name: String, _ span: Span) throws(Diagnostic) -> [Statement] {
        let source: Source?
        do throws(LibraryFailure) {
            source = try libraries.folders.source(of: name)
        } catch {
            throw Diagnostic(.evaluation, error.message, at: span)
        }
        guard let source else {
            let near = Spelling.nearest(to: name, in: libraries.folders.names).map { "did you mean \($0)? " } ?? ""
            let places = libraries.folders.folders
            throw Diagnostic(
                .evaluation, "there is no library \(name)", at: span,
                help: places.isEmpty ? nil : "\(near)looked for \(name).loop in \(places.joined(separator: ", "))")
        }
        return try Parser.parse(source)
    }

    /// A library binds names that nothing else has bound, each once.
    private func checkDefinition(
        _ statement: Statement, of library: String, _ defined: inout Set<String>
    ) throws(Diagnostic) {
        let name: String
        let span: Span
        switch statement.kind {
        case .function(let defined, let nameSpan, _, _): (name, span) = (defined, nameSpan)
        case .binding(.name(let bound, let nameSpan), _): (name, span) = (bound, nameSpan)
        case .use: return
        case .binding, .expression, .forLoop, .whileLoop, .conditional, .claim, .derivation:
            throw Diagnostic(
                .evaluation, "a library holds definitions, each of one name, and what it uses", at: statement.span)
        }
        guard defined.insert(name).inserted else {
            throw Diagnostic(.evaluation, "the library \(library) defines \(name) twice", at: span)
        }
        guard world.lookUp(name) == nil else {
            throw Diagnostic(
                .evaluation, "the library \(library) defines \(name), which is bound already", at: span,
                help: "give one of the two another name")
        }
    }

    /// A function of the standard library, which needs no `use`.
    func standardValue(_ name: String) throws(Diagnostic) -> Value? {
        if libraries.standard == nil {
            libraries.standard = [:]
            guard let source = try? libraries.folders.source(of: LibraryFolders.standard) else { return nil }
            let statements = try Parser.parse(source)
            let fresh = World(history: History(), position: 0)
            try within(fresh) { () throws(Diagnostic) in
                for statement in statements { _ = try execute(statement, nil) }
            }
            libraries.standard = fresh.writes
        }
        return libraries.standard?[name]
    }
}
