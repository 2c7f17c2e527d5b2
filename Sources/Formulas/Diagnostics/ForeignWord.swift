/// Words of other languages and their libraries, and what this one has for them.
enum ForeignWord {
    /// What to write for a word that is no name here; nil for a word like any other.
    static func help(for word: String) -> String? {
        values[word] ?? statements[word]
    }

    /// What to write for a word that would start a statement elsewhere.
    static func help(forStatement word: String) -> String? { statements[word] }

    private static let values = [
        "True": "it is written true", "False": "it is written false",
        "range": "a range is 0..<n, or 0..n with both ends", "arange": "a range is 0..<n, or 0..n with both ends",
        "len": "size(x) counts elements or items, shape(x) gives the sizes along the axes",
        "length": "size(x) counts elements or items, shape(x) gives the sizes along the axes",
        "np": "functions stand by themselves: exp(x), and not np.exp(x)",
        "torch": "functions stand by themselves: exp(x), and not torch.exp(x)",
        "jnp": "functions stand by themselves: exp(x), and not jnp.exp(x)",
        "ln": "the natural logarithm is log(x)", "pow": "a power is x^y", "mod": "a remainder is a - b*floor(a / b)",
        "matmul": "a product of matrices is A @ B", "mm": "a product of matrices is A @ B",
        "rand": "uniform(0, 1, 2, 3) draws evenly, randn(2, 3) normally", "normal": "randn(2, 3) draws normally",
        "inv": "the inverse is inverse(A); solve(A, b) needs none", "arctan": "it is called atan",
        "vstack": "concat([a, b]) joins rows", "hstack": "concat([a, b], axis: 1) joins columns",
        "cat": "concat([a, b]) joins along an axis", "append": "{...r, b: 0} adds a field, concat joins",
        "norm2": "the Euclidean norm is ‖x‖ or norm(x)", "average": "it is called mean",
        "nan": "0 / 0 is not a number", "NaN": "0 / 0 is not a number", "inf": "1 / 0 is infinite",
        "null": "there is no empty value; a record without the field does",
        "None": "there is no empty value; a record without the field does",
    ]

    private static let statements = [
        "def": "a function is f(x) = x²", "function": "a function is f(x) = x²", "func": "a function is f(x) = x²",
        "lambda": "a function without a name is x -> x²", "return": "the last line of a block is its value",
        "let": "a name is bound with x = 3", "var": "a name is bound with x = 3", "const": "a name is bound with x = 3",
        "import": "use NAME loads a library; built-ins are always there", "assert": "claim a == b checks an equality",
        "use": "use NAME loads a library, such as use maml", "elif": "write else { if … { … } }",
        "print": "print(x) prints", "del": "a name keeps its value; binding it again replaces it",
    ]
}
