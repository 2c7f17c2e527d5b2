internal import Figures
internal import Programs
internal import Tensors

/// Points under one name.
private typealias Cloud = (label: String?, points: [(x: Double, y: Double)])

// Figures of points and arrows.
extension BuiltIns {
    static let points: [BuiltIn] = [
        BuiltIn(
            "scatter",
            "points...:[n,2]|[n]|record labels?:list log?:text title?:text x?:text y?:text",
            "Points: scatter(xs, ys), scatter(points [n, 2]) or scatter({name: points, …}); with a label for each point, those that share one share a mark.",
            example: ("scatter([[1, 2], [2, 3], [5, 1]], labels: [0, 0, 1]);", "")
        ) { call throws(Diagnostic) in try scatter(call) },
        BuiltIn(
            "path",
            "points:[n,2] labels?:list log?:text title?:text x?:text y?:text",
            "A line through points [n, 2] with each of its steps marked; several from {name: points, …}.",
            example: ("path([[0, 0], [1, 2], [2, 3]]);", "")
        ) { call throws(Diagnostic) in try path(call) },
        BuiltIn(
            "arrows",
            "from:[n,2]|[2] by:[n,2]|record labels?:list title?:text x?:text y?:text",
            "Arrows from points [n, 2] (or one) by displacements [n, 2]; several kinds from {name: displacements, …}.",
            example: ("arrows([0, 0], {MAML: [1, 2], FOMAML: [1, 1]});", "")
        ) { call throws(Diagnostic) in try arrows(call) },
    ]

    private static func scatter(_ call: Call) throws(Diagnostic) -> Value {
        var clouds: [Cloud] = []
        switch call.rest.count {
        case 1: clouds = try Self.clouds(call.rest[0], call)
        case 2:
            let xs = try call.vector(call.rest[0].value, "x", call.rest[0].span)
            for (label, value) in call.named(call.rest[1].value) {
                let ys = try call.vector(value, "y", call.rest[1].span)
                guard xs.count == ys.count else {
                    throw call.fails("scatter needs as many x as y, found \(xs.count) and \(ys.count)")
                }
                clouds.append((label, zip(xs, ys).map { (x: $0, y: $1) }))
            }
        default:
            throw call.fails(
                "scatter takes points [n, 2], or x and y, found \(counted(call.rest.count, "argument"))",
                help: call.builtIn.signature)
        }
        return try panel(of: labelled(clouds, call), marks: .points, call)
    }

    private static func path(_ call: Call) throws(Diagnostic) -> Value {
        let argument = CallArgument(label: nil, value: try call.value("points"), span: call.span("points"))
        var clouds = try clouds(argument, call)
        let labels = try call.texts("labels")
        if !labels.isEmpty {
            guard labels.count == clouds.count else {
                throw call.fails(
                    "\(counted(labels.count, "label")) for \(counted(clouds.count, "path")); give one for each")
            }
            for index in clouds.indices { clouds[index].label = labels[index] }
        }
        return try panel(of: clouds, marks: .linesAndPoints, call)
    }

    private static func clouds(_ argument: CallArgument, _ call: Call) throws(Diagnostic) -> [Cloud] {
        var clouds: [Cloud] = []
        for (label, value) in call.named(argument.value) {
            clouds.append((label, try call.points(value, "points", argument.span)))
        }
        return clouds
    }

    /// Points by their labels: those of one label are one cloud.
    private static func labelled(_ clouds: [Cloud], _ call: Call) throws(Diagnostic) -> [Cloud] {
        let labels = try call.texts("labels")
        if labels.isEmpty { return clouds }
        if clouds.count > 1, labels.count == clouds.count {
            return zip(clouds, labels).map { (label: $1, points: $0.points) }
        }
        let points = clouds.flatMap(\.points)
        guard clouds.count == 1, labels.count == points.count else {
            throw Diagnostic(
                .evaluation, "\(counted(labels.count, "label")) for \(counted(points.count, "point"))",
                at: call.span("labels"), help: "give one for each point; those that share one share a mark")
        }
        var order: [String] = []
        var members: [String: [(x: Double, y: Double)]] = [:]
        for (label, point) in zip(labels, points) {
            if members[label] == nil { order.append(label) }
            members[label, default: []].append(point)
        }
        return order.map { (label: $0, points: members[$0] ?? []) }
    }

    private static func panel(of clouds: [Cloud], marks: Series.Marks, _ call: Call) throws(Diagnostic) -> Value {
        let log = try call.logarithmic(among: "xy")
        var layers: [Panel.Layer] = []
        for (label, points) in clouds {
            layers.append(
                .series(
                    try call.made { () throws(FigureError) in
                        try Series(points.map(\.y), over: points.map(\.x), label: label, marks: marks)
                    }))
        }
        return try panel(layers, log: log, call)
    }

    private static func arrows(_ call: Call) throws(Diagnostic) -> Value {
        let from = try call.points(call.value("from"), "starting points", call.span("from"))
        let kinds = call.named(try call.value("by"))
        var labels: [String?] = kinds.map(\.label)
        let given = try call.texts("labels")
        var layers: [Panel.Layer] = []
        var steps: [[(x: Double, y: Double)]] = []
        for kind in kinds { steps.append(try call.points(kind.value, "displacements", call.span("by"))) }
        if !given.isEmpty {
            if kinds.count == 1, given.count == steps[0].count {
                // A name for each arrow makes each a kind of its own.
                steps = steps[0].map { [$0] }
            }
            guard given.count == steps.count else {
                throw call.fails("\(counted(given.count, "label")) for \(counted(steps.count, "kind")) of arrows")
            }
            labels = given
        }
        for (place, (label, steps)) in zip(labels, steps).enumerated() {
            // One point serves all arrows; arrows named one by one take theirs in turn.
            let starts =
                if from.count == 1 {
                    Array(repeating: from[0], count: steps.count)
                } else if steps.count == 1, from.count == labels.count {
                    [from[place]]
                } else {
                    from
                }
            layers.append(
                .arrows(
                    try call.made { () throws(FigureError) in try Arrows(from: starts, by: steps, label: label) }))
        }
        return try panel(layers, log: [], call)
    }
}
