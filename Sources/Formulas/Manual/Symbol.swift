extension Manual {
    /// A sign or a word that is no name.
    public struct Symbol: Sendable {
        /// The sign as papers have it first, then what else may be typed for it.
        public let spellings: [String]
        /// One sentence.
        public let summary: String
        public let example: Example
        /// The page that says more.
        public let topic: String

        init(_ spellings: String, _ summary: String, _ formula: String, _ output: String, topic: String) {
            self.spellings = spellings.split(separator: " ").map(String.init)
            self.summary = summary
            example = Example(formula, output)
            self.topic = topic
        }
    }

    /// All of them, by what they are for.
    public static let symbols: [Symbol] = calculus + arithmetic + comparisons + brackets + words + spelling

    private static let calculus = [
        Symbol(
            "∇ grad", "The gradient of a function of a scalar result, by its first argument; a function again.",
            "∇(x -> x³)(2)", "12", topic: "gradients"),
        Symbol(
            "∇² hessian", "The second derivative: a number at a number, at any other point a linear operator.",
            "∇²(x -> x³)(2)", "12", topic: "gradients"),
        Symbol(
            "∇³", "The third derivative, contracted with two directions in brackets; so with any higher order.",
            "∇³(x -> x · (x ⊙ x))([1, 2])[[1, 0], [1, 0]]", "[6, 0]", topic: "gradients"),
        Symbol(
            "∂ jacobian", "The derivative as a linear operator: the Jacobian of a function of any result.",
            "∂(x -> x²)([1, 2]) @ [1, 1]", "[2, 4]", topic: "gradients"),
    ]

    private static let arithmetic = [
        Symbol("+", "The sum, leaf by leaf; tensors broadcast.", "[1, 2] + 1", "[2, 3]", topic: "tensors"),
        Symbol("-", "The difference, or the negative.", "-[1, 2] - 1", "[-2, -3]", topic: "tensors"),
        Symbol("*", "The product, element by element.", "[1, 2] * [3, 4]", "[3, 8]", topic: "tensors"),
        Symbol("/", "The quotient, element by element.", "[1, 2] / 4", "[0.25, 0.5]", topic: "tensors"),
        Symbol(
            "^ ²", "The power, element by element; it binds tighter than a minus before it.", "-3²", "-9",
            topic: "tensors"),
        Symbol("√ sqrt", "The square root, of all that binds as tightly as a power.", "√3²", "3", topic: "tensors"),
        Symbol(
            "@",
            "The product of matrices, batched over leading axes; a linear operator applied to a vector, or after another.",
            "[[1, 2], [3, 4]] @ [1, 1]", "[3, 7]", topic: "operators"),
        Symbol("· dot", "The inner product of two trees: a number.", "[1, 2] · [3, 4]", "11", topic: "trees"),
        Symbol(
            "⊙", "The product, element by element, as papers write it.", "[1, 2] ⊙ [3, 4]", "[3, 8]", topic: "tensors"),
        Symbol("⊗ outer", "The outer product.", "[1, 2] ⊗ [1, 10]", "[[1, 10], [2, 20]]", topic: "tensors"),
        Symbol(
            "ᵀ transpose", "The transpose of a matrix, the adjoint of a linear operator.", "[[1, 2], [3, 4]]ᵀ",
            "[[1, 3], [2, 4]]", topic: "operators"),
        Symbol("‖ ‖x‖ norm", "The Euclidean norm of a tree.", "‖{a: 3, b: 4}‖", "5", topic: "trees"),
        Symbol("½", "One half.", "½ * 3", "1.5", topic: "tensors"),
        Symbol("π pi", "The ratio of a circle's circumference to its diameter.", "sin(π / 2)", "1", topic: "tensors"),
        Symbol(
            "I", "The identity operator, which fits any space.", "(I - 0.1 * ∇²(x -> x · x)([1, 2])) @ [1, 1]",
            "[0.8, 0.8]", topic: "operators"),
    ]

    private static let comparisons = [
        Symbol(
            "==", "Whether two values are equal; within a claim, to rounding.", "[1, 2] == [1, 3]", "[true, false]",
            topic: "claims"),
        Symbol("!= ≠", "Whether two values differ.", "1 != 2", "true", topic: "claims"),
        Symbol("<", "Whether one number is less than another.", "1 < 2", "true", topic: "claims"),
        Symbol("≤ <=", "Whether one number is at most another.", "2 ≤ 2", "true", topic: "claims"),
        Symbol(">", "Whether one number is more than another.", "1 > 2", "false", topic: "claims"),
        Symbol("≥ >=", "Whether one number is at least another.", "2 ≥ 3", "false", topic: "claims"),
        Symbol(
            "≈", "In a claim: equal within what is said.", "claim 0.98 ≈ 1 within 5%",
            "claim 0.98 ≈ 1 within 5%   ✓ apart by 2 %", topic: "claims"),
        Symbol(
            "O", "In a claim: terms of an order in a binding.", "α = 0.1; claim exp(α) == 1 + α + O(α²)",
            "claim exp(α) == 1 + α + O(α²)   ✓ order 2.00, coefficient 0.5", topic: "claims"),
    ]

    private static let brackets = [
        Symbol(
            "( )", "Parentheses hold together; after a function they call it.", "(1 + 2) * 3", "9", topic: "functions"),
        Symbol(
            "[ ]", "A list, which stacks into a tensor; after a value, an element.", "[10, 20, 30][1]", "20",
            topic: "tensors"),
        Symbol(
            "{ }", "A record of named fields, or a block of statements.", "{a: 1, b: [2, 3]}.b", "[2, 3]",
            topic: "trees"),
        Symbol("...", "In a record: all fields of another.", "{...{a: 1, b: 2}, b: 3}", "{a: 1, b: 3}", topic: "trees"),
        Symbol(".", "A field of a record.", "{a: 1}.a", "1", topic: "trees"),
        Symbol(
            ".. ..<", "A range of whole numbers, with its end or without.", "sum(i for i in 1..4)", "10", topic: "sums"),
        Symbol("-> → ↦", "A function of what stands before it.", "(x -> x + 1)(2)", "3", topic: "functions"),
        Symbol("=", "Binds a name, or defines a function.", "f(x, k = 2) = k * x; f(3)", "6", topic: "bindings"),
        Symbol(
            ":", "The name of an argument or a field; in an index, the whole axis.", "[[1, 2], [3, 4]][:, 0]", "[1, 3]",
            topic: "tensors"),
        Symbol(
            ";", "Between statements; at the end of one it silences what it would show.", "x = 1; x + 1", "2",
            topic: "bindings"),
        Symbol("#", "A comment, to the end of the line.", "1 + 1 # a comment", "2", topic: "bindings"),
        Symbol(
            "\"", "A text; what stands in braces is filled in.", "print(\"α = {1 / 4}\")", "α = 0.25", topic: "names"),
    ]

    private static let words = [
        Symbol(
            "claim", "Says that something holds, and checks it.", "claim ∇(x -> x²)(3) == 6",
            "claim ∇(x -> x²)(3) == 6   ✓ exactly", topic: "claims"),
        Symbol(
            "refute", "Says that something does not hold, and checks that.", "refute 1 == 2",
            "refute 1 == 2   ✓ apart by 5e-01", topic: "claims"),
        Symbol(
            "within", "How far the sides of a claim may be apart.", "claim π == 3.14159 within 1e-5",
            "claim π == 3.14159 within 1e-5   ✓ 8e-07", topic: "claims"),
        Symbol(
            "all ~", "`for all x ~ …:` a claim for each of some random draws.",
            "f(x) = x²; for all x ~ randn(): claim f(-x) == f(x)",
            "for all x ~ randn(): claim f(-x) == f(x)   ✓ 5 draws, at worst exactly", topic: "claims"),
        Symbol(
            "for", "Repeats statements, or makes the items of a comprehension or a sum.", "[i² for i in 1..3]",
            "[1, 4, 9]", topic: "sums"),
        Symbol("in ∈", "What a loop goes over; or whether an item is in a list.", "2 in [1, 2]", "true", topic: "sums"),
        Symbol(
            "while", "Repeats statements while a condition holds.", "n = 1; while n < 100 { n = 2n }; n", "128",
            topic: "functions"),
        Symbol(
            "if then else", "Chooses: between formulas with `then`, between blocks without.",
            "if 1 < 2 then 10 else 20", "10", topic: "functions"),
        Symbol("and", "Whether both hold.", "true and false", "false", topic: "claims"),
        Symbol("or", "Whether one holds.", "true or false", "true", topic: "claims"),
        Symbol("not", "Whether it does not hold.", "not false", "true", topic: "claims"),
        Symbol("true", "What holds.", "1 < 2", "true", topic: "claims"),
        Symbol("false", "What does not hold.", "2 < 1", "false", topic: "claims"),
        Symbol(
            "use", "Binds what a library of the lessons defines.", "use tasks; shape(sinusoid().support.x)", "[10, 1]",
            topic: "bindings"),
    ]

    private static let spelling = [
        Symbol("' ′ prime", "A prime is part of a name: θ' is another name than θ.", "θ' = 3; θ'", "3", topic: "names"),
        Symbol("₀", "A subscript is part of a name: θ₀ is typed theta_0.", "theta_0 = 3; θ₀", "3", topic: "names"),
        Symbol(
            "⁽¹⁾ __", "A superscript in brackets is part of a name: g₁⁽²⁾ is typed g_1__2.", "g_1__2 = 3; g₁⁽²⁾", "3",
            topic: "names"),
        Symbol(
            "_", "The last result that a cell gave; _3 is what cell 3 gave.", "6 * 7; _ + 1", "42\n43",
            topic: "bindings"),
    ]
}
