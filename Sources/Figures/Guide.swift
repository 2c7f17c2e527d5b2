/// A thin line across the whole panel, to compare with.
public enum Guide: Hashable, Sendable {
    /// All points with this y.
    case horizontal(Double)
    /// All points with this x.
    case vertical(Double)
}
