/// Where in a formula the operations come from that are being traced: a number that means something to whoever traces.
///
/// A class, because all traces of one formula ask the same one.
public final class Origins {
    /// Where the next operation comes from; nil where nobody has said.
    public var current: Int?

    public init() {}
}
