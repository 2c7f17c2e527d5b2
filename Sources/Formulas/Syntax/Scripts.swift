/// The characters that stand below and above the line, with the ordinary ones they are forms of.
enum Scripts {
    /// `ₖ` → `k`.
    static let subscripts: [Unicode.Scalar: Unicode.Scalar] = paired(
        "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", "0123456789aehijklmnoprstuvxβγρφχ")

    /// `ᵏ` → `k`.
    static let superscripts: [Unicode.Scalar: Unicode.Scalar] = paired(
        "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "0123456789abcdefghijklmnoprstuvwxyz")

    /// `k` → `ₖ`.
    static let lowered = inverted(subscripts)

    /// `k` → `ᵏ`.
    static let raised = inverted(superscripts)

    /// The digit a superscript digit stands for.
    static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard let plain = superscripts[scalar], ("0"..."9").contains(plain) else { return nil }
        return plain
    }

    /// An integer in superscript: `⁻¹⁰`.
    static func superscript(_ number: Int) -> String {
        var text = number < 0 ? "⁻" : ""
        for scalar in String(number.magnitude).unicodeScalars { text.unicodeScalars.append(raised[scalar] ?? scalar) }
        return text
    }

    private static func paired(_ forms: String, _ plain: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(zip(forms.unicodeScalars, plain.unicodeScalars), uniquingKeysWith: { first, _ in first })
    }

    private static func inverted(_ table: [Unicode.Scalar: Unicode.Scalar]) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(table.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Unicode.Scalar {
    /// Whether a name may start with it.
    var startsName: Bool {
        switch self {
        case "_", "∏", "∑", "∆": true
        case "ᵀ": false
        default:
            isLetter && Scripts.subscripts[self] == nil && Scripts.superscripts[self] == nil
        }
    }

    /// Whether a name may go on with it (a bracketed superscript aside).
    var continuesName: Bool {
        if startsName || Scripts.subscripts[self] != nil { return true }
        switch self {
        case "'", "′", "″", "‴": return true
        default: break
        }
        switch properties.generalCategory {
        case .decimalNumber, .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }

    private var isLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
