internal import Programs
internal import Tensors

extension BuiltIns {
    static let linearAlgebra: [BuiltIn] = [
        BuiltIn(
            "dot", "a:tree b:tree", "The sum of the products of corresponding numbers of two trees; also a · b.",
            example: ("dot([1, 2], [3, 4])", "11")
        ) {
            call throws(Diagnostic) in
            let (a, b) = (try call.value("a"), try call.value("b"))
            return try call.at { () throws(ComputationError) in try Value.inner(a, b) }
        },
        BuiltIn(
            "outer", "a:[m] b:[n]", "All products of an element of a with one of b; also a ⊗ b.",
            example: ("outer([1, 2], [3, 4])", "[[3, 4], [6, 8]]")
        ) {
            call throws(Diagnostic) in
            let (a, b) = (try call.tensor("a"), try call.tensor("b"))
            return try call.tensor { () throws(ComputationError) in try a.outer(b) }
        },
        BuiltIn(
            "diag", "x:[n]|[n,n]", "The diagonal of a matrix, or the matrix with a vector on its diagonal.",
            example: ("diag([[1, 2], [3, 4]])", "[1, 4]")
        ) {
            call throws(Diagnostic) in
            let x = try call.tensor("x")
            return try call.tensor { () throws(ComputationError) in try x.diagonal() }
        },
        BuiltIn("trace", "A:[…,n,n]", "The sum of the diagonal.", example: ("trace([[1, 2], [3, 4]])", "5")) {
            call throws(Diagnostic) in
            let a = try call.tensor("A")
            guard a.shape.rank == 2, a.shape[0] == a.shape[1] else {
                throw call.fails("trace needs a square matrix, found \(a.shape)")
            }
            return try call.tensor { () throws(ComputationError) in try a.diagonal().sum() }
        },
        BuiltIn(
            "matrix", "A:operator|[m,n]", "The matrix of a linear operator, fields as written; of a matrix, itself.",
            example: ("matrix(∇²(x -> x · x)([1, 2]))", "[[2, 0], [0, 2]]")
        ) {
            call throws(Diagnostic) in .tensor(try matrix(call))
        },
        BuiltIn(
            "solve", "A:[…,n,n] b:[n]|[…,n,k]", "The x with A @ x = b, for a vector or a matrix b.",
            example: ("solve([[2, 0], [0, 4]], [2, 4])", "[1, 1]")
        ) {
            call throws(Diagnostic) in
            let (a, b) = (try call.tensor("A"), try call.tensor("b"))
            return try call.tensor { () throws(ComputationError) in try a.solved(b) }
        },
        matrixFunction(
            "inverse", "The matrix B with A @ B = I.", ("inverse([[2, 0], [0, 4]])", "[[0.5, 0], [0, 0.25]]")
        ) {
            a throws(ComputationError) in try a.inverse()
        },
        matrixFunction("det", "The determinant.", ("det([[1, 2], [3, 4]])", "-2")) {
            a throws(ComputationError) in try a.determinant()
        },
        matrixFunction(
            "logdet", "The logarithm of the determinant's absolute value.", ("logdet([[1, 0], [0, 1]])", "0")
        ) {
            a throws(ComputationError) in try a.logDeterminant()
        },
        matrixFunction(
            "cholesky", "The lower triangle L with L @ Lᵀ = A, for a positive definite A.",
            ("cholesky([[4, 2], [2, 2]])", "[[2, 0], [1, 1]]")
        ) {
            a throws(ComputationError) in try a.cholesky()
        },
        matrixFunction(
            "eigenvalues", "The eigenvalues of a symmetric matrix or operator, ascending.",
            ("eigenvalues([[2, 1], [1, 2]])", "[1, 3]")
        ) {
            a throws(ComputationError) in try a.eigenvalues()
        },
        matrixFunction(
            "eigenvectors",
            "The eigenvectors of a symmetric matrix or operator, as columns, in the order of the eigenvalues; without a derivative.",
            ("abs(eigenvectors([[2, 0], [0, 3]]))", "[[1, 0], [0, 1]]")
        ) {
            a throws(ComputationError) in try a.eigenvectors()
        },
        BuiltIn(
            "svd", "A:[…,m,n]", "The record {U, S, V} with A = U @ diag(S) @ Vᵀ, S descending; without a derivative.",
            example: ("svd([[3, 0], [0, 2]]).S", "[3, 2]")
        ) {
            call throws(Diagnostic) in
            let a = try matrix(call)
            let parts = try call.at { () throws(ComputationError) in try a.singularValues() }
            return .record(Record([("U", .tensor(parts.u)), ("S", .tensor(parts.s)), ("V", .tensor(parts.v))]))
        },
    ]

    private static func matrixFunction(
        _ name: String, _ summary: String, _ example: (String, String),
        _ body: @escaping @Sendable (Operand) throws(ComputationError) -> Operand
    ) -> BuiltIn {
        BuiltIn(name, "A:[…,n,n]|operator", summary, example: example) { call throws(Diagnostic) in
            let a = try matrix(call)
            return try call.tensor { () throws(ComputationError) in try body(a) }
        }
    }

    /// A matrix, or the matrix of an operator.
    private static func matrix(_ call: Call) throws(Diagnostic) -> Operand {
        guard case .linearOperator(let op) = try call.value("A") else { return try call.tensor("A") }
        return try call.at { () throws(ComputationError) in try op.matrix() }
    }
}
