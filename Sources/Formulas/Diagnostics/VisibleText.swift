extension Unicode.Scalar {
    /// Whether printing it would change the terminal or hide text: control characters, and those that turn the
    /// direction of writing.
    var isInvisible: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
        // The joiners make emoji and Indic letters; every other format character hides something.
        case .format: self != "\u{200D}" && self != "\u{200C}"
        default: false
        }
    }
}

extension StringProtocol {
    /// The text with every invisible character written as its number, `\u{1B}`; a tab is four blanks.
    public var visible: String {
        var result = ""
        for scalar in unicodeScalars {
            if scalar == "\t" {
                result += "    "
            } else if scalar.isInvisible {
                result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
