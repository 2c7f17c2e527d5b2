internal import Datasets
internal import Programs
internal import Tensors

extension Value {
    /// What a file holds, as a value. The names of fields become names of the language.
    init(_ datum: Datum) throws(FileRefusal) {
        switch datum {
        case .tensor(let tensor): self = .tensor(.known(tensor))
        case .string(let text): self = .string(text)
        case .strings(let strings): self = .list(strings.map { .string($0) })
        case .list(let items):
            var values: [Value] = []
            for item in items { values.append(try Value(item)) }
            self = .list(values)
        case .record(let fields):
            var named: [(name: String, value: Value)] = []
            var origins: [String: String] = [:]
            for field in fields {
                let name = Names.ofField(field.name)
                if let other = origins.updateValue(field.name, forKey: name) {
                    throw FileRefusal("'\(other)' and '\(field.name)' in it would both be called \(name)")
                }
                named.append((name, try Value(field.value)))
            }
            self = .record(Record(named))
        }
    }

    /// The value as a file can hold it.
    func datum(depth: Int = 0) throws(FileRefusal) -> Datum {
        // As deep as what is read.
        guard depth < 500 else { throw FileRefusal("a value this deep can't be written to a file") }
        switch withoutRange {
        case .tensor(let operand):
            guard let tensor = operand.settled else {
                throw FileRefusal("a value that is not known while a formula is being traced can't be written")
            }
            return .tensor(tensor)
        case .string(let text): return .string(text)
        case .list(let items):
            var data: [Datum] = []
            var strings: [String] = []
            for item in items {
                if case .string(let text) = item { strings.append(text) }
                data.append(try item.datum(depth: depth + 1))
            }
            return strings.count == items.count ? .strings(strings) : .list(data)
        case .record(let record):
            var fields: [Datum.Field] = []
            for field in record.fields {
                fields.append(Datum.Field(field.name, try field.value.datum(depth: depth + 1)))
            }
            return .record(fields)
        case .range, .function, .linearOperator, .contraction, .figure, .nothing:
            throw FileRefusal("\(kindDescription) can't be written to a file of data")
        }
    }

    /// The value with what is being traced replaced by what is known of it.
    var settled: Value {
        switch self {
        case .tensor(let operand): operand.settled.map { .tensor(.known($0)) } ?? self
        case .list(let items): .list(items.map(\.settled))
        case .record(let record): .record(Record(record.fields.map { ($0.name, $0.value.settled) }))
        case .string, .range, .function, .linearOperator, .contraction, .figure, .nothing: self
        }
    }
}

extension Operand {
    /// The tensor, where it is known or follows from what is.
    fileprivate var settled: Tensor? {
        do throws(ComputationError) {
            return try knownValue()
        } catch {
            return nil
        }
    }
}

extension Names {
    /// A name from a file as a field can be asked for: what no name of the language may hold becomes `_`.
    static func ofField(_ text: String) -> String {
        var name = ""
        var isGap = false
        for character in text {
            if character.isLetter || character.isNumber || character == "_" || character == "'" {
                if isGap, !name.isEmpty { name += "_" }
                isGap = false
                name.append(character)
            } else {
                isGap = true
            }
        }
        guard let first = name.first else { return "_" }
        return canonical(first.isLetter || first == "_" ? name : "_" + name)
    }
}
