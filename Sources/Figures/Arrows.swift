/// Arrows from points by displacements, under one name.
public struct Arrows: Hashable, Sendable {
    public struct Arrow: Hashable, Sendable {
        public let x: Double
        public let y: Double
        /// The displacement.
        public let dx: Double
        public let dy: Double
    }

    /// The name in the legend; arrows without one are left out there.
    public let label: String?
    public let arrows: [Arrow]

    /// - Parameters:
    ///   - from: where each arrow starts, x and y.
    ///   - by: where it leads from there; as many.
    /// - Throws: `FigureError` if they are not as many, or none can be drawn.
    public init(
        from: [(x: Double, y: Double)], by: [(x: Double, y: Double)], label: String? = nil
    ) throws(FigureError) {
        let name = label.map { "arrows “\($0)”" } ?? "the arrows"
        guard from.count == by.count else {
            throw FigureError("\(name) start from \(from.count) points and go by \(by.count); they must be as many")
        }
        self.label = label
        arrows = zip(from, by).map { Arrow(x: $0.x, y: $0.y, dx: $1.x, dy: $1.y) }
        guard arrows.contains(where: Arrows.canBeDrawn) else {
            throw FigureError(arrows.isEmpty ? "there are no arrows to draw" : "none of \(name) is finite")
        }
    }

    /// Whether both ends are finite; an arrow that has an end elsewhere is a gap.
    public static func canBeDrawn(_ arrow: Arrow) -> Bool {
        [arrow.x, arrow.y, arrow.x + arrow.dx, arrow.y + arrow.dy].allSatisfy(Axis().holds)
    }
}
