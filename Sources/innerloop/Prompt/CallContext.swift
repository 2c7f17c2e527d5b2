/// Where in a half-typed line the cursor stands: in the brackets of which call, within a string or not.
struct CallContext {
    /// The function whose arguments are being typed; nil outside any call.
    private(set) var function: String?
    /// What has been typed of a string that is still open.
    private(set) var string: String?

    init(_ line: String) {
        var open: [String?] = []
        var name = ""
        for character in line {
            if let text = string {
                string = character == "\"" ? nil : text + String(character)
            } else if character == "\"" {
                string = ""
                name = ""
            } else if "([{".contains(character) {
                open.append(character == "(" && !name.isEmpty ? name : nil)
                name = ""
            } else if ")]}".contains(character) {
                if !open.isEmpty { open.removeLast() }
                name = ""
            } else if character.isLetter || character.isNumber || "_'′.".contains(character) {
                name.append(character)
            } else {
                name = ""
            }
        }
        function = open.last ?? nil
    }
}
