internal import Figures
internal import Programs
internal import Tensors

/// What `contour` and `surface` draw: heights over the plane, from matrices or from a function.
struct Plane {
    let field: Field
    let colors: ColorScale
    /// The names of the axes: those given, else those of the function's parameters.
    let x: String?
    let y: String?

    /// The positions a function is evaluated at on each axis, unless it is given some.
    static let resolution = 41

    init(_ call: Call) throws(Diagnostic) {
        let count = ["X", "Y", "Z"].filter(call.has).count
        let values: (x: [Double]?, y: [Double]?)
        let heights: Raster
        if case .function(let function) = try call.value("X") {
            let positions = (
                x: try Plane.positions("x", "Y", call), y: try Plane.positions("y", "Z", call)
            )
            heights = try Plane.heights(of: function, over: positions, call)
            values = positions
            let names = Plane.names(of: function)
            x = try Plane.label("x", call) ?? names?.x
            y = try Plane.label("y", call) ?? names?.y
        } else {
            guard count != 2 else {
                throw call.fails(
                    "\(call.builtIn.name) takes Z, or X, Y and Z, found \(count) arguments",
                    help:
                        "\(call.builtIn.name)(X, Y, Z), or a function: \(call.builtIn.name)(f, x: [lo, hi], y: [lo, hi])"
                )
            }
            let name = count == 3 ? "Z" : "X"
            heights = try call.raster(call.value(name), "Z", call.span(name))
            values =
                count == 3
                ? (x: try Plane.axis("X", isColumns: true, call), y: try Plane.axis("Y", isColumns: false, call))
                : (x: nil, y: nil)
            (x, y) = (try call.text("x"), try call.text("y"))
        }
        let isLogarithmic = try !call.logarithmic(among: "z").isEmpty
        let (label, range) = (try call.text("z"), try call.interval("range"))
        field = try call.made { () throws(FigureError) in
            try Field(
                x: values.x ?? (0..<heights.columns).map(Double.init),
                y: values.y ?? (0..<heights.rows).map(Double.init),
                heights: heights)
        }
        colors = try call.made { () throws(FigureError) in
            try ColorScale(of: heights, label: label, scale: isLogarithmic ? .logarithmic : .linear, range: range)
        }
    }

    /// The positions of the columns or of the rows: a vector, or a matrix of `meshgrid`'s kind that repeats one.
    private static func axis(_ role: String, isColumns: Bool, _ call: Call) throws(Diagnostic) -> [Double] {
        let value = try call.value(role)
        guard case .tensor(let operand) = value.withoutRange, operand.shape.rank == 2 else {
            return try call.vector(value, role, call.span(role))
        }
        let mesh = try call.raster(value, role, call.span(role))
        let positions =
            isColumns ? (0..<mesh.columns).map { mesh[0, $0] } : (0..<mesh.rows).map { mesh[$0, 0] }
        for row in 0..<mesh.rows {
            for column in 0..<mesh.columns where mesh[row, column] != positions[isColumns ? column : row] {
                throw Diagnostic(
                    .evaluation,
                    "\(role) [\(mesh.rows), \(mesh.columns)] is no grid: its \(isColumns ? "rows" : "columns") differ",
                    at: call.span(role), help: "give the vector of the \(isColumns ? "columns' x" : "rows' y")")
            }
        }
        return positions
    }

    /// Where a function is evaluated on one axis: `x: [lo, hi]`, or positions given after the function.
    private static func positions(_ name: String, _ vector: String, _ call: Call) throws(Diagnostic) -> [Double] {
        if call.has(vector) { return try call.vector(call.value(vector), vector, call.span(vector)) }
        guard call.has(name), try label(name, call) == nil, let ends = try call.interval(name) else {
            throw call.fails(
                "\(call.builtIn.name) of a function needs its ranges",
                help: "\(call.builtIn.name)(f, x: [lo, hi], y: [lo, hi])")
        }
        let last = Double(resolution - 1)
        return (0..<resolution).map { ends.low * (1 - Double($0) / last) + ends.high * (Double($0) / last) }
    }

    /// The axis' name, where it is not a range.
    private static func label(_ name: String, _ call: Call) throws(Diagnostic) -> String? {
        guard case .string(let text)? = call.optional(name) else { return nil }
        return text
    }

    private static func names(of function: Function) -> (x: String, y: String)? {
        guard case .closure(let closure) = function, closure.parameters.count >= 2 else { return nil }
        return (closure.parameters[0].name, closure.parameters[1].name)
    }

    private static func heights(
        of function: Function, over positions: (x: [Double], y: [Double]), _ call: Call
    ) throws(Diagnostic) -> Raster {
        var heights: [Double] = []
        for y in positions.y {
            for x in positions.x {
                let value = try call.evaluator.call(
                    function, [x, y].map { CallArgument(label: nil, value: .number($0), span: call.span("X")) },
                    call.span)
                heights.append(try call.height(value, "X"))
            }
        }
        return try call.made { () throws(FigureError) in
            try Raster(heights, rows: positions.y.count, columns: positions.x.count)
        }
    }
}

extension Call {
    /// The number that a function gave which is drawn as heights.
    func height(_ value: Value, _ name: String) throws(Diagnostic) -> Double {
        guard case .tensor(let operand) = value, operand.shape.isScalar else {
            throw Diagnostic(
                .evaluation, "\(builtIn.name) draws a function that gives a number, found \(value.kindDescription)",
                at: span(name))
        }
        return try evaluator.known(operand, span(name)).double(at: 0)
    }
}
