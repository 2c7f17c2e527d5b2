import Testing

@testable import Formulas

struct IndexingTests {
    private let matrix = "A = [[0, 1, 2], [10, 11, 12], [20, 21, 22]]; "

    @Test(arguments: [
        ("A[1, 2]", "12"), ("A[1]", "[10, 11, 12]"), ("A[-1]", "[20, 21, 22]"), ("A[-1, -3]", "20"),
        ("A[:, 0]", "[0, 10, 20]"), ("A[0, :]", "[0, 1, 2]"), ("A[0..1]", "[[0, 1, 2], [10, 11, 12]]"),
        ("A[0..<1]", "[[0, 1, 2]]"), ("A[1..2, 0..1]", "[[10, 11], [20, 21]]"),
        ("A[:, 1..2]", "[[1, 2], [11, 12], [21, 22]]"),
        ("A[1..2, -1]", "[12, 22]"), ("A[0, 1..2]", "[1, 2]"), ("A[[2, 0]]", "[[20, 21, 22], [0, 1, 2]]"),
        ("A[:, [2, -3]]", "[[2, 0], [12, 10], [22, 20]]"), ("A[0][1]", "1"), ("shape(A[0..<0])", "[0, 3]"),
        ("shape(A[3..<3])", "[0, 3]"), ("A[1 + 1, 0]", "20"), ("shape(A[:])", "[3, 3]"),
        ("stack(list(A, A + 100))[1, :, 0]", "[100, 110, 120]"),
        ("xs = list(1, [2, 3], {a: 4}); xs[-1].a", "4"), ("xs = list(1, [2, 3], 4); xs[1..2]", "list([2, 3], 4)"),
        ("xs = list(1, [2, 3]); xs[1][0]", "2"),
    ])
    func `indices count from 0 or back from the end`(_ formula: String, _ expected: String) throws {
        #expect(try Prompt().shows(matrix + formula) == expected)
    }

    @Test(arguments: [
        ("A[3]", "index 3 lies outside a size of 3"), ("A[0, -4]", "index -4 lies outside a size of 3"),
        ("A[0, 0, 0]", "3 indices into a tensor of shape [3, 3]"),
        ("A[0..3]", "the range 0..<4 lies outside a size of 3"),
        ("A[-1..1]", "the range -1..<2 lies outside"), ("A[0.5]", "an index is a whole number"),
        ("A[true]", "an index is a whole number"),
        ("A[0, 0][0]", "a number has no items to index"), ("A[[0, 5]]", "index 5 lies outside"),
        ("A[[true, false, true]]", "an index is a whole number, found truth values"),
        ("A[\"a\"]", "an index"),
        ("list(1, [2])[2]", "index 2 lies outside a size of 2"),
        ("list(1, [2])[0, 1]", "a list has one index, found 2"),
        ("{a: 1}[0]", "a record has fields, not positions"), ("\"abc\"[0]", "a string has no items to index"),
        ("A[0/0]", "an index"),
        ("[][0]", "index 0 lies outside a size of 0"), ("A[1e300]", "an index"),
    ])
    func `an index out of range says what the range is`(_ formula: String, _ message: String) throws {
        #expect(try Prompt().failure(matrix + formula).message.contains(message))
    }

    @Test(arguments: [
        ("∇(x -> x[1]² * x[-1])([1, 2, 3])", "[0, 12, 4]"), ("∇(x -> sum(x[0..1]²))([1, 2, 3])", "[2, 4, 0]"),
        ("∇(X -> X[:, 0] · X[:, 1])([[1, 2], [3, 4]])", "[[2, 1], [4, 3]]"),
        ("∇(x -> sum(x[[0, 0, 2]]²))([1, 2, 3])", "[4, 0, 6]"),
    ])
    func `indexing is differentiable`(_ formula: String, _ expected: String) throws {
        #expect(try Prompt().shows(formula) == expected)
    }
}
