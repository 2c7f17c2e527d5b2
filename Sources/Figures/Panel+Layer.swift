extension Panel.Layer {
    /// Whether it covers the panel, so that it has to lie under all others and alone.
    public var isMap: Bool {
        switch self {
        case .heatmap, .contours, .picture: true
        case .series, .guide, .bars, .arrows: false
        }
    }

    /// Whether a legend can name it.
    public var isNamed: Bool {
        switch self {
        case .series, .bars, .arrows: true
        case .guide, .heatmap, .contours, .picture: false
        }
    }

    /// The name in the legend.
    public var label: String? {
        switch self {
        case .series(let series): series.label
        case .bars(let bars): bars.label
        case .arrows(let arrows): arrows.label
        case .guide, .heatmap, .contours, .picture: nil
        }
    }

    /// How messages speak of it.
    var kind: String {
        switch self {
        case .series: "series"
        case .guide: "guides"
        case .bars: "bars"
        case .arrows: "arrows"
        case .heatmap: "heatmaps"
        case .contours: "contours"
        case .picture: "images"
        }
    }
}
