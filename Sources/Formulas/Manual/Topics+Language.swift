extension Manual {
    static let languageTopics = [
        Topic(
            "names", "spelling symbols greek letters", "How names and symbols are spelled and typed",
            .text(
                "A name is made of letters of any script, digits, primes and subscripts. The ASCII spelling and the papers' are the same name: theta_0 is θ₀, alpha is α, grad is ∇, sqrt is √, <= is ≤."
            ),
            .examples(("theta_0 = 2", ""), ("θ₀ + 1", "3"), ("θ' = θ₀²", ""), ("θ'", "4")),
            .text(
                "A whole Greek word becomes its letter, in alpha_max too; alphabet stays. A digit above the line is a power: x² is x^2. \\theta and Tab types θ; :symbols lists what can be typed so."
            )),
        Topic(
            "tensors", "numbers shapes broadcasting indexing axes values", "Numbers, vectors, matrices, tensors",
            .text(
                "Numbers are 64-bit. Items in brackets that are numbers or tensors of one shape stack into a tensor. Shapes broadcast as in NumPy: aligned at the right, an axis of size 1 repeats. Axes and indices count from 0, and from the end where negative."
            ),
            .examples(
                ("A = [[1, 2, 3], [4, 5, 6]]", ""), ("shape(A)", "[2, 3]"),
                ("A + [10, 20, 30]", "[[11, 22, 33], [14, 25, 36]]"),
                ("A[0, -1]", "3"), ("A[:, 1]", "[2, 5]"), ("A[1, 0..1]", "[4, 5]")),
            .text("Reductions go over all elements, or along an axis."),
            .examples(
                ("sum(A)", "21"), ("sum(A, axis: 0)", "[5, 7, 9]"), ("mean(A, axis: 1, keep: true)", "[[2], [5]]")),
            .text("A number right before a name, a bracket or a root multiplies, and binds tighter than a division."),
            .examples(("x = 4", ""), ("1/2x", "0.125"))),
        Topic(
            "trees", "records lists fields", "Records and lists: parameters as one value",
            .text(
                "A record has named fields, a list items of any kind. Both are trees: + - * / ^, the inner product, norm, ∇ and claims work leaf by leaf, so that a network's parameters are one vector to a formula."
            ),
            .examples(
                ("θ = {W: [[1, 2], [3, 4]], b: [1, 1]}", ""), ("θ.W @ θ.b", "[3, 7]"),
                ("(θ - 0.5 * θ).b", "[0.5, 0.5]"),
                ("θ · θ", "32"), ("{...θ, b: [0, 0]}.b", "[0, 0]")),
            .text(
                "list(…) never stacks. vec makes one vector of a tree, unvec the tree again; map applies a function to each leaf."
            ),
            .examples(("vec(θ)", "[1, 2, 3, 4, 1, 1]"), ("map(x -> sum(x), θ)", "{W: 10, b: 2}"))),
        Topic(
            "functions", "lambda blocks scope if while conditionals", "Functions, blocks and conditions",
            .text(
                "f(x, k = 2) = … defines a function, x -> … is one without a name. Arguments go by position or by name. A body in braces runs its statements; its last expression is its value."
            ),
            .examples(
                ("f(x, k = 2) = k * x", ""), ("f(3, k: 10)", "30"),
                ("g(x) = { y = x + 1; y² }", ""), ("g(2)", "9"), ("if g(2) > 5 then 1 else 0", "1")),
            .text(
                "A function sees the top-level names as they are when it is called, so rebinding α changes what follows. What it assigns stays inside it. Derivatives go through if and while along the path that is taken."
            )),
        Topic(
            "sums", "comprehensions loops for batching ranges", "Sums, products and comprehensions",
            .text(
                "sum, mean, prod, max and min take a generator, and reduce over its items. In brackets it makes a list, or a tensor where the items have one shape. There are no batch axes to write: over items of one shape the body runs for all of them at once."
            ),
            .examples(
                ("sum(1 / i² for i in 1..1000)", "1.64393"), ("[i² for i in 0..<5 if i != 2]", "[0, 1, 9, 16]"),
                ("mean(x · x for x in [[1, 2], [3, 4]])", "15"), ("total = 0", ""),
                ("for i in 1..4 { total = total + i }", ""), ("total", "10"))),
        Topic(
            "randomness", "random draws seed randn uniform", "Random draws that can be repeated",
            .text(
                "randn, uniform, bernoulli, choice and permutation draw. What is drawn depends on the seed, on the cell and on where in the formula the draw stands, and on nothing else: a session replayed draws the same, however many threads there are and whatever was tried in between."
            ),
            .examples(
                ("shape(randn(2, 3))", "[2, 3]"), ("θ = {W: zeros(2, 2), b: zeros(2)}", ""),
                ("size(randn(like: θ).W)", "4"),
                ("a = uniform(0, 1, 5)", ""), ("all(0 ≤ a) and all(a < 1)", "true"))),
    ]
}
