/// What `--json` prints where no cell has run: an object like a cell's, with nothing in it but the error.
enum ErrorObject {
    /// One line. Line and column are null where no text is at fault.
    static func json(line: Int?, column: Int?, message: String) -> String {
        let place = #""line": \#(line.map(String.init) ?? "null"), "column": \#(column.map(String.init) ?? "null")"#
        return
            #"{"cell": null, "source": null, "name": null, "type": null, "shape": null, "value": null, "claims": [], "#
            + #""error": {\#(place), "message": \#(quoted(message))}}"# + "\n"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
