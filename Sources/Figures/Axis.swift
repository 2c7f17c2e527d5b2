/// One axis of a panel: its label and its scale.
public struct Axis: Hashable, Sendable {
    public enum Scale: Hashable, Sendable {
        case linear
        /// Powers of ten; only positive values stand on it.
        case logarithmic
    }

    public let label: String?
    public let scale: Scale
    /// What the positions 0, 1, 2, … are called; empty where they are numbers.
    public let names: [String]
    /// Whether the axis goes from right to left, or downwards as the rows of a matrix do.
    public let isReversed: Bool

    public init(label: String? = nil, scale: Scale = .linear, names: [String] = [], isReversed: Bool = false) {
        self.label = label
        self.scale = scale
        self.names = names
        self.isReversed = isReversed
    }

    /// Whether a value has a place on the axis.
    ///
    /// Values that do not are gaps, not errors: a diverging inner loop ends in infinities, and its figure should show
    /// how it got there. Magnitudes past 10³⁰⁰ count as infinite, so that spans and margins stay finite.
    public func holds(_ value: Double) -> Bool {
        switch scale {
        case .linear: value.magnitude <= 1e300
        case .logarithmic: value >= 1e-300 && value <= 1e300
        }
    }
}
