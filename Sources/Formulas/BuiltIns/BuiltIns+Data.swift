internal import CSignals
internal import Datasets
internal import Kernels
internal import Typography

extension BuiltIns {
    static let data: [BuiltIn] = [
        BuiltIn(
            "read", "path:text header?:truth",
            "What a file holds: a table (.csv, .tsv) as a record of its columns, or a matrix where no header names them; .json, .npy, .npz as records, lists and tensors; .txt, .md, .loop as a string.",
            example: ("write(\"table.csv\", {x: [1, 2], y: [3, 4]}); read(\"table.csv\").y", "[3, 4]")
        ) { call throws(Diagnostic) in
            try call.evaluator.noteEffect(call.span)
            let path = try call.path()
            let format = try format(path, call, DataFormat.read)
            let header = call.has("header") ? try call.truth("header") : nil
            guard header == nil || format == .csv || format == .tsv else {
                throw call.fails("only a table has a header, and .\(format.rawValue) is none")
            }
            let file = try call.reached { () throws(FileRefusal) in
                try call.evaluator.surroundings.files.readable(path, for: call.span.source)
            }
            return try call.data(in: file, format, header: header)
        },
        BuiltIn(
            "write", "path:text value:value|figure",
            "Writes a value to a file, whole or not at all: .csv, .tsv, .json, .npy, .npz, a string to .txt, a figure to .png, .svg, .pdf, .tex, .gp (gnuplot) or .txt.",
            example: ("write(\"θ.npy\", [0.5, -1]); read(\"θ.npy\")", "[0.5, -1]")
        ) { call throws(Diagnostic) in
            try call.evaluator.noteEffect(call.span)
            let (path, value) = (try call.path(), try call.value("value"))
            // What is recomputed or checked again has been written before.
            if call.evaluator.world.isReplayed { return .nothing }
            if case .figure(let figure) = value {
                guard let writer = call.evaluator.surroundings.figureWriter else {
                    throw call.fails("there is nothing here to draw the figure with")
                }
                let file = try call.writable(path)
                do {
                    try writer(figure, file)
                } catch {
                    throw call.fails("\(error)")
                }
                return .nothing
            }
            if let suffix = DataFormat.suffix(of: path)?.lowercased(), pictures.contains(suffix) {
                throw call.fails("only a figure is saved as .\(suffix), found \(value.kindDescription)")
            }
            let format = try format(path, call, DataFormat.written)
            let datum = try call.reached { () throws(FileRefusal) in try value.datum() }
            let file = try call.writable(path)
            try call.files { () throws(DataError) in
                let bytes = Abandonable.run {
                    Result { () throws(DataError) in try DataFile.bytes(of: datum, for: file, as: format) }
                }
                if let bytes { try DataFile.write(bytes.get(), to: file) { signals_interrupted() } }
            }
            return .nothing
        },
        BuiltIn(
            "load", "name:text", "A data set that is shipped with the program, by its name.",
            example: ("load(\"glyphs\");", "")
        ) { call throws(Diagnostic) in
            try call.evaluator.noteEffect(call.span)
            let name = try call.text("name") ?? ""
            let datasets = call.evaluator.surroundings.datasets
            if let (path, format) = datasets.path(of: name) { return try call.data(in: path, format, header: nil) }
            let names = datasets.names
            let near = Spelling.nearest(to: name, in: names).map { "did you mean \($0)? " } ?? ""
            throw Diagnostic(
                .evaluation, "there is no data set '\(name.visible)'", at: call.span("name"),
                help: names.isEmpty
                    ? "no data sets are shipped with this version; read(\"…\") reads a file of yours"
                    : "\(near)there are: \(listed(names))")
        },
    ]

    /// The kinds of files that only a figure is saved in.
    private static let pictures = ["png", "svg", "pdf", "tex", "gp"]

    /// The kind of data that a path's suffix says.
    private static func format(_ path: String, _ call: Call, _ known: String) throws(Diagnostic) -> DataFormat {
        if let format = DataFormat(path: path) { return format }
        let suffix = DataFormat.suffix(of: path)
        throw Diagnostic(
            .evaluation,
            suffix.map { "files ending in .\($0.visible) are unknown" }
                ?? "the file's name has no suffix to tell its kind",
            at: call.span("path"), help: "those known here: \(known)")
    }
}

extension Call {
    fileprivate func path() throws(Diagnostic) -> String {
        guard let path = try text("path") else { throw fails("\(builtIn.name) needs its argument path") }
        return path
    }

    fileprivate func writable(_ path: String) throws(Diagnostic) -> String {
        try reached { () throws(FileRefusal) in
            try evaluator.surroundings.files.writable(path, for: span.source)
        }
    }

    /// A file's contents as a value.
    fileprivate func data(in path: String, _ format: DataFormat, header: Bool?) throws(Diagnostic) -> Value {
        let datum = try files { () throws(DataError) in
            try Abandonable.run {
                Result { () throws(DataError) in try DataFile.read(path, as: format, header: header) }
            }?.get()
        }
        guard let datum else { throw interruption }
        return try reached { () throws(FileRefusal) in try Value(datum) }
    }

    private var interruption: Diagnostic { Diagnostic(.interrupted, "interrupted", at: span) }

    /// What is done with files; what goes wrong there, or the user's interrupt, as a diagnostic.
    fileprivate func files<T>(_ body: () throws(DataError) -> T) throws(Diagnostic) -> T {
        let result: T
        do throws(DataError) {
            result = try body()
        } catch {
            throw signals_interrupted() ? interruption : fails(error.message.visible)
        }
        if signals_interrupted() { throw interruption }
        return result
    }

    fileprivate func reached<T>(_ body: () throws(FileRefusal) -> T) throws(Diagnostic) -> T {
        do throws(FileRefusal) {
            return try body()
        } catch {
            throw fails(error.message.visible, help: error.help)
        }
    }
}

extension World {
    /// Whether a statement that has run before is being recomputed or checked again.
    fileprivate var isReplayed: Bool { position < history.nodes.count }
}
