internal import Figures
internal import Programs
internal import Tensors

// Figures of bars.
extension BuiltIns {
    static let bars: [BuiltIn] = [
        BuiltIn(
            "bars",
            "values:[n]|record labels?:list log?:text title?:text x?:text y?:text",
            "A bar for each number: bars(values, labels), bars({name: number, …}), or groups of bars from {name: values, …}; log: \"y\".",
            example: ("bars({MAML: 0.97, FOMAML: 0.96});", "")
        ) { call throws(Diagnostic) in try bars(call) },
        BuiltIn(
            "histogram",
            "values:[…]|record bins?:whole log?:text title?:text x?:text y?:text",
            "How many of the values fall into each of some bins of one width; several over the same bins from {name: values, …}.",
            example: ("histogram([1, 2, 2, 3, 3, 3], bins: 3);", "")
        ) { call throws(Diagnostic) in try histogram(call) },
    ]

    private static func bars(_ call: Call) throws(Diagnostic) -> Value {
        var names = try call.texts("labels")
        var groups: [(label: String?, values: [Double])] = []
        let given = try call.value("values")
        if case .record(let record) = given, record.fields.allSatisfy({ isNumber($0.value) }) {
            var values: [Double] = []
            for field in record.fields {
                values.append(
                    try call.evaluator.known(call.tensor(field.value, call.span("values")), call.span).double(at: 0))
            }
            groups = [(nil, values)]
            if names.isEmpty { names = record.names }
        } else {
            for (label, value) in call.named(given) {
                groups.append((label, try call.vector(value, "a group of bars", call.span("values"))))
            }
        }
        let counts = groups.map(\.values.count)
        guard let count = counts.first, counts.allSatisfy({ $0 == count }) else {
            throw call.fails("groups of bars have as many bars each, found \(listed(counts.map(String.init)))")
        }
        guard names.isEmpty || names.count == count else {
            throw call.fails(
                "\(counted(names.count, "label")) for \(counted(count, "bar")); give one for each, or none")
        }
        if names.isEmpty, count <= Heatmap.mostNumbers.columns { names = (0..<count).map(String.init) }
        let log = try call.logarithmic(among: "y")
        var layers: [Panel.Layer] = []
        for (index, group) in groups.enumerated() {
            layers.append(
                .bars(
                    try call.made { () throws(FigureError) in
                        try Bars(group.values, label: group.label, group: index, of: groups.count)
                    }))
        }
        return try panel(layers, log: log, names: names, call)
    }

    private static func isNumber(_ value: Value) -> Bool {
        if case .tensor(let operand) = value { operand.shape.isScalar } else { false }
    }

    private static func histogram(_ call: Call) throws(Diagnostic) -> Value {
        var samples: [(label: String?, values: [Double])] = []
        for (label, value) in call.named(try call.value("values")) {
            let operand = try call.tensor(value, call.span("values"))
            samples.append((label, try call.evaluator.known(operand, call.span("values")).doubles))
        }
        let bins = try call.wholeNumber("bins")
        let log = try call.logarithmic(among: "y")
        let histogram = try call.made { () throws(FigureError) in try Histogram(samples.map(\.values), bins: bins) }
        var layers: [Panel.Layer] = []
        for (sample, counts) in zip(samples, histogram.counts) {
            layers.append(
                .bars(
                    try call.made { () throws(FigureError) in
                        try Bars(counts.map(Double.init), between: histogram.edges, label: sample.label)
                    }))
        }
        return try panel(layers, log: log, y: "count", call)
    }
}
