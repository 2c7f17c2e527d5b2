import Tensors
import Testing

/// Expects two lists of tensors to have the same types, and elements that differ by no more than `tolerance`, relative
/// to the largest element where that is above 1. NaN and infinities must stand at the same places.
func expectClose(
    _ found: [Tensor], _ wanted: [Tensor], tolerance: Double, _ what: @autoclosure () -> String = "",
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(
        found.map(\.type) == wanted.map(\.type), "types: \(what())", sourceLocation: sourceLocation)
    for (a, b) in zip(found, wanted) {
        expectClose(a.doubles, b.doubles, tolerance: tolerance, what(), sourceLocation: sourceLocation)
    }
}

func expectClose(
    _ found: [Double], _ wanted: [Double], tolerance: Double, _ what: @autoclosure () -> String = "",
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let scale = wanted.lazy.filter(\.isFinite).map(abs).reduce(1, max)
    let differs =
        found.count != wanted.count
        || zip(found, wanted).contains { a, b in
            if a.isFinite && b.isFinite { return abs(a - b) > tolerance * scale }
            return !(a == b || (a.isNaN && b.isNaN))
        }
    if differs {
        Issue.record("found \(found), wanted \(wanted): \(what())", sourceLocation: sourceLocation)
    }
}
