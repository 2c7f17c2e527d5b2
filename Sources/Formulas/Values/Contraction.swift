/// `∇ⁿf(θ)` for n ≥ 3: a symmetric multilinear form, which waits for its directions.
///
/// With n directions it is a number; with n − 1 what is left is a gradient.
public struct Contraction {
    let function: Function
    let order: Int
    let arguments: [CallArgument]
}
