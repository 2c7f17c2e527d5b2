internal import Figures

extension Surface {
    /// The surface as contours, for terminals that can't show it in space; nil only for one that can't be drawn.
    var seenFromAbove: Panel? {
        let contours = Contours(field, colors: colors)
        do throws(FigureError) {
            return try Panel(title: title, x: Axis(label: x), y: Axis(label: y), layers: [.contours(contours)])
        } catch {
            return nil
        }
    }
}
