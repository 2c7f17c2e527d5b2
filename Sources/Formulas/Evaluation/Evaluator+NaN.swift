internal import Programs
internal import Tensors

extension Evaluator {
    /// Refuses a NaN, where it comes up: in what is computed, not in what is only read.
    func trapNaN(in value: Value, of expression: Expression) throws(Diagnostic) {
        switch expression.kind {
        case .name, .field, .index, .parenthesised, .record, .list, .number, .block, .conditional: return
        default: break
        }
        guard let (leaves, _) = value.flattened() else { return }
        for case .known(let tensor) in leaves where tensor.doubles.contains(where: \.isNaN) {
            throw Diagnostic(
                .evaluation, "\(expression.span.excerpt) is not a number (NaN)", at: expression.span,
                help: "0/0, log(-1) and √-1 give one; ':set trap-nan off' lets it pass")
        }
    }
}
