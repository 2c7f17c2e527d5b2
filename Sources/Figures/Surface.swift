/// A function of the plane as a surface in space, coloured by its height.
public struct Surface: Hashable, Sendable {
    public let title: String?
    /// The names of the axes in the plane.
    public let x: String?
    public let y: String?
    public let field: Field
    /// The heights' name, scale and ends.
    public let colors: ColorScale

    public init(_ field: Field, colors: ColorScale, title: String? = nil, x: String? = nil, y: String? = nil) {
        self.field = field
        self.colors = colors
        self.title = title
        self.x = x
        self.y = y
    }
}
