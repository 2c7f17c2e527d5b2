/// Boxes that stand on zero: one for each category, or one for each bin of a histogram.
public struct Bars: Hashable, Sendable {
    /// A box's edges and height. Undefined and infinite heights are gaps.
    public struct Box: Hashable, Sendable {
        public let left: Double
        public let right: Double
        public let height: Double

        public init(left: Double, right: Double, height: Double) {
            self.left = left
            self.right = right
            self.height = height
        }
    }

    /// The name in the legend; bars without one are left out there.
    public let label: String?
    public let boxes: [Box]

    /// Bars around the positions 0, 1, 2, …; groups of several share each position side by side.
    ///
    /// - Throws: `FigureError` if there is no value.
    public init(
        _ heights: [Double], label: String? = nil, group: Int = 0, of groups: Int = 1
    ) throws(FigureError) {
        let width = 0.8 / Double(max(1, groups))
        try self.init(
            label: label,
            boxes: heights.enumerated().map { index, height in
                let left = Double(index) - 0.4 + width * Double(group)
                return Box(left: left, right: left + width, height: height)
            })
    }

    /// Bars between edges, which are one more than the heights and ascend.
    ///
    /// - Throws: `FigureError` if they do not, or there is no height.
    public init(_ heights: [Double], between edges: [Double], label: String? = nil) throws(FigureError) {
        guard edges.count == heights.count + 1 else {
            throw FigureError("\(heights.count) bars have \(heights.count + 1) edges, found \(edges.count)")
        }
        guard edges.allSatisfy(Axis().holds), zip(edges, edges.dropFirst()).allSatisfy(<) else {
            throw FigureError("the edges of bars must be finite and ascend")
        }
        try self.init(
            label: label,
            boxes: heights.indices.map { Box(left: edges[$0], right: edges[$0 + 1], height: heights[$0]) })
    }

    private init(label: String?, boxes: [Box]) throws(FigureError) {
        guard !boxes.isEmpty else { throw FigureError("there are no bars to draw") }
        self.label = label
        self.boxes = boxes
    }

    /// How messages speak of them.
    var name: String { label.map { "bars “\($0)”" } ?? "the bars" }
}
