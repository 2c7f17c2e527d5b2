/// What the leading axis of a tensor runs over: a quantity's name, and its value at each position.
///
/// Whatever is computed from the tensor does not have them any more.
public struct Coordinates: Hashable, Sendable {
    public let name: String
    public let values: [Double]

    public init(name: String, values: [Double]) {
        self.name = name
        self.values = values
    }
}
