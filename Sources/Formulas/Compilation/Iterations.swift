internal import Programs
internal import Tensors

/// The iterations of a comprehension, or the values of a varied binding: what the variables are in each, and where draws
/// stand.
struct Iterations {
    enum Variables {
        /// One variable, which goes along the leading axis of a tensor.
        case leading(String, Operand)
        /// The scope of each iteration, and the names set there.
        case scopes([Scope], names: Set<String>)
    }

    let variables: Variables
    /// Where draws stand at the beginning of each.
    let draws: [Draws]
    /// Whether that is the same for all.
    var drawAlike = false

    var count: Int { draws.count }

    /// Some of the iterations.
    func part(_ range: Range<Int>) throws(ComputationError) -> Iterations {
        let draws = Array(draws[range])
        switch variables {
        case .leading(let name, let sequence):
            return Iterations(
                variables: .leading(name, try sequence.sliced(0, range.lowerBound, range.count)), draws: draws,
                drawAlike: drawAlike)
        case .scopes(let scopes, let names):
            return Iterations(
                variables: .scopes(Array(scopes[range]), names: names), draws: draws, drawAlike: drawAlike)
        }
    }

    /// The value of a variable in one iteration; nil where it is none of a generator's.
    func value(of name: String, in iteration: Int) throws(ComputationError) -> Value? {
        switch variables {
        case .leading(let own, let sequence): return own == name ? .tensor(try sequence.item(iteration)) : nil
        case .scopes(let scopes, let names): return names.contains(name) ? scopes[iteration].lookUp(name) : nil
        }
    }

    /// A tensor of every iteration.
    enum Column {
        case leading(Operand)
        case separate([Operand])

        /// All along a leading axis.
        var stacked: Operand {
            get throws(ComputationError) {
                switch self {
                case .leading(let operand): operand
                case .separate(let operands): try Operand.stack(operands)
                }
            }
        }

        /// The one that all are; nil where they differ.
        var common: Operand? {
            get throws(ComputationError) {
                guard case .separate(let operands) = self, let value = try operands[0].knownValue() else { return nil }
                for operand in operands.dropFirst() {
                    guard try operand.knownValue() == value else { return nil }
                }
                return operands[0]
            }
        }
    }

    /// The tensors that a reading takes from each iteration; nil where one is of another form.
    func columns(_ reading: Recording.Reading) throws(Diagnostic) -> [Column]? {
        switch variables {
        case .leading(_, let sequence):
            guard case .tensor(let type) = reading.form, sequence.type == type.batched(by: count) else { return nil }
            return [.leading(sequence)]
        case .scopes(let scopes, _):
            var columns: [[Operand]] = reading.inputs.map { _ in [] }
            for scope in scopes {
                let value = try reading.place.value { root throws(Diagnostic) in
                    guard case .item(let name) = root else { return nil }
                    return scope.lookUp(name)
                }
                var operands: [Operand] = []
                guard reading.form.matches(value, &operands) else { return nil }
                for (index, operand) in operands.enumerated() { columns[index].append(operand) }
            }
            return columns.map { .separate($0) }
        }
    }
}
