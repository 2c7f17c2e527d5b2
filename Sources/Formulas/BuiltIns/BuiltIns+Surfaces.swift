internal import Figures
internal import Programs
internal import Tensors

// Figures of matrices and of functions of the plane.
extension BuiltIns {
    static let surfaces: [BuiltIn] = [
        BuiltIn(
            "heatmap",
            "matrix:[m,n] columns?:list rows?:list title?:text x?:text y?:text log?:text range?:[2] numbers?:truth",
            "A matrix as coloured cells, its first row on top; columns and rows name them, range: [low, high] fixes the colours' ends, log: \"z\" their scale.",
            example: ("heatmap([[1, 0.5], [0.5, 1]], [\"a\", \"b\"], [\"a\", \"b\"]);", "")
        ) { call throws(Diagnostic) in try heatmap(call) },
        BuiltIn(
            "contour",
            "X:[n]|[m,n]|function Y?:[m]|[m,n] Z?:[m,n] x?:text|[2] y?:text|[2] z?:text levels?:whole|[k] log?:text range?:[2] title?:text",
            "Lines of equal height: contour(Z), contour(X, Y, Z) with one row of Z for each y, or contour(f, x: [lo, hi], y: [lo, hi]) of a function of two numbers; levels: how many, or which; log: \"z\".",
            example: ("contour((a, b) -> a² + b², x: [-1, 1], y: [-1, 1]);", "")
        ) { call throws(Diagnostic) in
            let plane = try Plane(call)
            let levels = try levels(call)
            let title = try call.text("title")
            return try call.figure { () throws(FigureError) in
                let contours = Contours(plane.field, colors: plane.colors, levels: levels(plane.colors))
                return Figure(
                    .panel(
                        try Panel(
                            title: title, x: Axis(label: plane.x), y: Axis(label: plane.y),
                            layers: [.contours(contours)])))
            }
        },
        BuiltIn(
            "surface",
            "X:[n]|[m,n]|function Y?:[m]|[m,n] Z?:[m,n] x?:text|[2] y?:text|[2] z?:text log?:text range?:[2] title?:text",
            "Heights in space: surface(Z), surface(X, Y, Z), or surface(f, x: [lo, hi], y: [lo, hi]); as contour takes them.",
            example: ("surface((a, b) -> a * b, x: [-1, 1], y: [-1, 1]);", "")
        ) { call throws(Diagnostic) in
            let plane = try Plane(call)
            let title = try call.text("title")
            return .figure(
                Figure(.surface(Surface(plane.field, colors: plane.colors, title: title, x: plane.x, y: plane.y))))
        },
    ]

    private static func heatmap(_ call: Call) throws(Diagnostic) -> Value {
        let cells = try call.raster(call.value("matrix"), "what heatmap draws", call.span("matrix"))
        var (columns, rows) = (try call.texts("columns"), try call.texts("rows"))
        for (name, names, count) in [("columns", columns, cells.columns), ("rows", rows, cells.rows)]
        where !names.isEmpty && names.count != count {
            throw call.fails(
                "\(counted(names.count, "name")) for \(count) \(name) of the matrix [\(cells.rows), \(cells.columns)]; give one for each"
            )
        }
        // Between the few numbers of a small matrix an axis would show halves.
        if columns.isEmpty, cells.columns <= Heatmap.mostNumbers.columns {
            columns = (0..<cells.columns).map(String.init)
        }
        if rows.isEmpty, cells.rows <= Heatmap.mostNumbers.rows { rows = (0..<cells.rows).map(String.init) }
        let isLogarithmic = try !call.logarithmic(among: "z").isEmpty
        let range = try call.interval("range")
        let areFew = cells.rows <= Heatmap.mostNumbers.rows && cells.columns <= Heatmap.mostNumbers.columns
        let showsNumbers = call.has("numbers") ? try call.truth("numbers") : areFew
        let (title, x, y) = (try call.text("title"), try call.text("x"), try call.text("y"))
        return try call.figure { () throws(FigureError) in
            let colors = try ColorScale(of: cells, scale: isLogarithmic ? .logarithmic : .linear, range: range)
            return Figure(
                .panel(
                    try Panel(
                        title: title, x: Axis(label: x, names: columns),
                        y: Axis(label: y, names: rows, isReversed: true),
                        layers: [.heatmap(Heatmap(cells, colors: colors, showsNumbers: showsNumbers))])))
        }
    }

    /// The heights of the lines: a number of them, or the heights themselves.
    static func levels(_ call: Call) throws(Diagnostic) -> (ColorScale) -> [Double]? {
        guard let value = call.optional("levels") else { return { _ in nil } }
        if case .tensor(let operand) = value, operand.shape.isScalar {
            let count = try call.evaluator.wholeNumber(value, "levels", call.span("levels"))
            guard (1...50).contains(count) else {
                throw Diagnostic(.evaluation, "levels are 1 to 50, found \(count)", at: call.span("levels"))
            }
            return { Contours.levels(of: $0, about: count) }
        }
        let levels = try call.vector(value, "levels", call.span("levels"))
        return { _ in levels }
    }
}
