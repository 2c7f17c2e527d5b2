internal import Tensors

extension Program {
    /// The same program with less to do: equal instructions once, algebraic identities taken, nothing left that no
    /// output needs.
    public func simplified() -> Program { pruned() }
}
