extension Figure {
    /// Both figures on one pair of axes: the layers of this one, then those of the other. Where titles, labels or names
    /// conflict, this one's stay.
    ///
    /// - Throws: `FigureError` if one of them is not a single panel, or they do not fit on one.
    public func overlaid(with other: Figure) throws(FigureError) -> Figure {
        Figure(.panel(try panelToOverlay().overlaid(with: other.panelToOverlay())))
    }

    private func panelToOverlay() throws(FigureError) -> Panel {
        switch content {
        case .panel(let panel): return panel
        case .surface:
            throw FigureError(
                "+ lays figures of one panel over each other, and a surface is none; tile them with grid(a, b)")
        case .tiles(let tiles):
            throw FigureError(
                "+ lays figures of one panel over each other, and a grid of \(tiles.figures.count) is none; "
                    + "add to its figures before they are tiled")
        }
    }
}

extension Panel {
    fileprivate func overlaid(with other: Panel) throws(FigureError) -> Panel {
        try Panel(
            title: title ?? other.title, x: x.shared(with: other.x, called: "x"),
            y: y.shared(with: other.y, called: "y"),
            layers: layers + other.layers, showsLegend: showsLegend || other.showsLegend)
    }
}

extension Axis {
    fileprivate func shared(with other: Axis, called name: String) throws(FigureError) -> Axis {
        guard scale == other.scale else {
            throw FigureError(
                "one \(name) axis is logarithmic and the other is not; draw both with the same log, or tile them with grid(a, b)"
            )
        }
        return Axis(
            label: label ?? other.label, scale: scale, names: names.isEmpty ? other.names : names,
            isReversed: isReversed || other.isReversed)
    }
}
