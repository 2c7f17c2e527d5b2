internal import Programs
internal import Tensors

extension BuiltIns {
    static let linearAlgebra: [BuiltIn] = [
        BuiltIn("dot", "a b", "The sum of the products of corresponding numbers of two trees; also a · b.", example: ("dot([1, 2], [3, 4])", "11")) {
            call throws(Diagnostic) in
            let (a, b) = (try call.value("a"), try call.value("b"))
            return try call.at { () throws(ComputationError) in try Value.inner(a, b) }
        },
        BuiltIn("outer", "a b", "All products of an element of a with one of b; also a ⊗ b.", example: ("outer([1, 2], [3, 4])", "[[3, 4], [6, 8]]")) {
            call throws(Diagnostic) in
            let (a, b) = (try call.tensor("a"), try call.tensor("b"))
            return try call.tensor { () throws(ComputationError) in try a.outer(b) }
        },
        BuiltIn("diag", "x", "The diagonal of a matrix, or the matrix with a vector on its diagonal.", example: ("diag([[1, 2], [3, 4]])", "[1, 4]")) {
            call throws(Diagnostic) in
            let x = try call.tensor("x")
            return try call.tensor { () throws(ComputationError) in try x.diagonal() }
        },
        BuiltIn("trace", "A", "The sum of the diagonal.", example: ("trace([[1, 2], [3, 4]])", "5")) {
            call throws(Diagnostic) in
            let a = try call.tensor("A")
            guard a.shape.rank == 2, a.shape[0] == a.shape[1] else {
                throw call.fails("trace needs a square matrix, found \(a.shape)")
            }
            return try call.tensor { () throws(ComputationError) in try a.diagonal().sum() }
        },
        BuiltIn("matrix", "A", "The matrix of a linear operator, fields as written; of a matrix, itself.", example: ("matrix(∇²(x -> x · x)([1, 2]))", "[[2, 0], [0, 2]]")) {
            call throws(Diagnostic) in
            guard case .linearOperator(let op) = try call.value("A") else { return .tensor(try call.tensor("A")) }
            return try call.tensor { () throws(ComputationError) in try op.matrix() }
        },
    ]
}
