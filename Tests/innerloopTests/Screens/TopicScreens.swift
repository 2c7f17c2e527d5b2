import Testing

/// What `:help` says of one thing.
@Suite(.serialized) struct TopicScreens {
    static let transcripts = [
        Transcript(
            "a symbol", columns: 40,
            #"""
            [1] ▸ ?∇
            `∇`
            ---

            The gradient of a function of a scalar
            result, by its first argument; a
            function again. Also typed `grad`,
            `\nabla` and Tab.

            │ ∇(x -> x³)(2)   # 12

            More: `:help gradients`
            [1] ▸
            """#),
        Transcript(
            "a symbol", columns: 80,
            #"""
            [1] ▸ ?∇
            `∇`
            ---

            The gradient of a function of a scalar result, by its first argument; a function
            again. Also typed `grad`, `\nabla` and Tab.

            │ ∇(x -> x³)(2)   # 12

            More: `:help gradients`
            [1] ▸
            """#),
        Transcript(
            "a symbol", columns: 120,
            #"""
            [1] ▸ ?∇
            `∇`
            ---

            The gradient of a function of a scalar result, by its first argument; a function again. Also typed
            `grad`, `\nabla` and Tab.

            │ ∇(x -> x³)(2)   # 12

            More: `:help gradients`
            [1] ▸
            """#),
        Transcript(
            "results", columns: 40,
            #"""
            [1] ▸ :help _
            `_`
            ---

            The last result that a cell gave; _3 is
            what cell 3 gave.

            │ 6 * 7; _ + 1   # 42; 43

            More: `:help bindings`
            [1] ▸ ?_7
            `_`
            ---

            The last result that a cell gave; _3 is
            what cell 3 gave.

            │ 6 * 7; _ + 1   # 42; 43

            More: `:help bindings`
            [1] ▸
            """#),
        Transcript(
            "results", columns: 80,
            #"""
            [1] ▸ :help _
            `_`
            ---

            The last result that a cell gave; _3 is what cell 3 gave.

            │ 6 * 7; _ + 1   # 42; 43

            More: `:help bindings`
            [1] ▸ ?_7
            `_`
            ---

            The last result that a cell gave; _3 is what cell 3 gave.

            │ 6 * 7; _ + 1   # 42; 43

            More: `:help bindings`
            [1] ▸
            """#),
        Transcript(
            "results", columns: 120,
            #"""
            [1] ▸ :help _
            `_`
            ---

            The last result that a cell gave; _3 is what cell 3 gave.

            │ 6 * 7; _ + 1   # 42; 43

            More: `:help bindings`
            [1] ▸ ?_7
            `_`
            ---

            The last result that a cell gave; _3 is what cell 3 gave.

            │ 6 * 7; _ + 1   # 42; 43

            More: `:help bindings`
            [1] ▸
            """#),
        Transcript(
            "a topic", columns: 40,
            #"""
            [1] ▸ :help gradients
            Derivatives of every order
            --------------------------

            ∇f is the gradient of f by its first
            argument, a function again; the result
            of f must be a number. The argument may
            be a tree: its gradient has the same
            fields. grad(f, wrt: "D") takes another
            argument.

            │ L(θ, x) = sum((θ.w * x + θ.b)²)
            │ ∇L({w: 1, b: 0}, [1, 2])
            │     # {w: 10, b: 6}
            │ grad(L, wrt: "x")({w: 1, b: 0}, [1,
            │     2])   # [2, 4]

            Derivatives nest: what an inner one
            captured is constant to it and live to
            the outer one. That is all MAML needs.

            │ f(x) = x³
            │ α = 0.1
            │ ∇(x -> f(x - α * ∇f(x)))(1)   # 0.588
            │ ∇∇∇f(5)                       # 6
            │ ∇(x -> stop(x) * x)(3)        # 3

            ∇²f(θ) and ∂f(θ) are linear operators,
            applied without a matrix ever being
            made; ∇³f(θ)[u, v] contracts the third
            derivative. At a kink the derivative is
            that of the branch taken; relu's at 0 is
            0.

            │ q(x) = x[0]² * x[1]
            │ ∇²q([1, 3]) @ [1, 0]   # [6, 2]
            │ matrix(∇²q([1, 3]))    # [[6, 2], [2,
            │     0]]
            [1] ▸
            """#),
        Transcript(
            "a topic", columns: 80,
            #"""
            [1] ▸ :help gradients
            Derivatives of every order
            --------------------------

            ∇f is the gradient of f by its first argument, a function again; the result of f
            must be a number. The argument may be a tree: its gradient has the same fields.
            grad(f, wrt: "D") takes another argument.

            │ L(θ, x) = sum((θ.w * x + θ.b)²)
            │ ∇L({w: 1, b: 0}, [1, 2])                  # {w: 10, b: 6}
            │ grad(L, wrt: "x")({w: 1, b: 0}, [1, 2])   # [2, 4]

            Derivatives nest: what an inner one captured is constant to it and live to the
            outer one. That is all MAML needs.

            │ f(x) = x³
            │ α = 0.1
            │ ∇(x -> f(x - α * ∇f(x)))(1)   # 0.588
            │ ∇∇∇f(5)                       # 6
            │ ∇(x -> stop(x) * x)(3)        # 3

            ∇²f(θ) and ∂f(θ) are linear operators, applied without a matrix ever being made;
            ∇³f(θ)[u, v] contracts the third derivative. At a kink the derivative is that of
            the branch taken; relu's at 0 is 0.

            │ q(x) = x[0]² * x[1]
            │ ∇²q([1, 3]) @ [1, 0]   # [6, 2]
            │ matrix(∇²q([1, 3]))    # [[6, 2], [2, 0]]
            [1] ▸
            """#),
        Transcript(
            "a topic", columns: 120,
            #"""
            [1] ▸ :help gradients
            Derivatives of every order
            --------------------------

            ∇f is the gradient of f by its first argument, a function again; the result of f must be a number.
            The argument may be a tree: its gradient has the same fields. grad(f, wrt: "D") takes another
            argument.

            │ L(θ, x) = sum((θ.w * x + θ.b)²)
            │ ∇L({w: 1, b: 0}, [1, 2])                  # {w: 10, b: 6}
            │ grad(L, wrt: "x")({w: 1, b: 0}, [1, 2])   # [2, 4]

            Derivatives nest: what an inner one captured is constant to it and live to the outer one. That is
            all MAML needs.

            │ f(x) = x³
            │ α = 0.1
            │ ∇(x -> f(x - α * ∇f(x)))(1)   # 0.588
            │ ∇∇∇f(5)                       # 6
            │ ∇(x -> stop(x) * x)(3)        # 3

            ∇²f(θ) and ∂f(θ) are linear operators, applied without a matrix ever being made; ∇³f(θ)[u, v]
            contracts the third derivative. At a kink the derivative is that of the branch taken; relu's at 0 is
            0.

            │ q(x) = x[0]² * x[1]
            │ ∇²q([1, 3]) @ [1, 0]   # [6, 2]
            │ matrix(∇²q([1, 3]))    # [[6, 2], [2, 0]]
            [1] ▸
            """#),
        Transcript(
            "a topic in colour", columns: 80, color: true,
            #"""
            [1] ▸ :help gradients
            ‹1›Derivatives of every order‹0›

            ∇f is the gradient of f by its first argument, a function again; the result of f
            must be a number. The argument may be a tree: its gradient has the same fields.
            grad(f, wrt: "D") takes another argument.

            ‹2›│ ‹0›L(θ, x) = ‹36›sum‹0›((θ.w * x + θ.b)²)
            ‹2›│ ‹0›‹1›∇‹0›L({w: ‹35›1‹0›, b: ‹35›0‹0›}, [‹35›1‹0›, ‹35›2‹0›])                  ‹2›# {w: 10, b: 6}‹0›
            ‹2›│ ‹0›‹36›grad‹0›(L, wrt: ‹32›"x"‹0›)({w: ‹35›1‹0›, b: ‹35›0‹0›}, [‹35›1‹0›, ‹35›2‹0›])   ‹2›# [2, 4]‹0›

            Derivatives nest: what an inner one captured is constant to it and live to the
            outer one. That is all MAML needs.

            ‹2›│ ‹0›f(x) = x³
            ‹2›│ ‹0›α = ‹35›0.1‹0›
            ‹2›│ ‹0›‹1›∇‹0›(x -> f(x - α * ‹1›∇‹0›f(x)))(‹35›1‹0›)   ‹2›# 0.588‹0›
            ‹2›│ ‹0›‹1›∇∇∇‹0›f(‹35›5‹0›)                       ‹2›# 6‹0›
            ‹2›│ ‹0›‹1›∇‹0›(x -> ‹36›stop‹0›(x) * x)(‹35›3‹0›)        ‹2›# 3‹0›

            ∇²f(θ) and ∂f(θ) are linear operators, applied without a matrix ever being made;
            ∇³f(θ)[u, v] contracts the third derivative. At a kink the derivative is that of
            the branch taken; relu's at 0 is 0.

            ‹2›│ ‹0›q(x) = x[‹35›0‹0›]² * x[‹35›1‹0›]
            ‹2›│ ‹0›‹1›∇‹0›²q([‹35›1‹0›, ‹35›3‹0›]) @ [‹35›1‹0›, ‹35›0‹0›]   ‹2›# [6, 2]‹0›
            ‹2›│ ‹0›‹36›matrix‹0›(‹1›∇‹0›²q([‹35›1‹0›, ‹35›3‹0›]))    ‹2›# [[6, 2], [2, 0]]‹0›
            [1] ▸
            """#),
        Transcript(
            "a symbol in ASCII", columns: 40, unicode: false,
            #"""
            [1]: ?grad
            `grad`
            ------

            The gradient of a function of a scalar
            result, by its first argument; a
            function again. Also typed `grad`,
            `\nabla` and Tab.

            | grad(x -> x^3)(2)   # 12

            More: `:help gradients`

            `grad(f, wrt?)`
            ---------------

            The gradient of f by its first argument,
            or by the one `wrt` names or counts from
            0; also grad f.

            * `f`: function
            * `wrt`: whole or text

            | grad(x -> x^2)(3)   # 6
            [1]:
            """#),
    ]

    @Test(arguments: transcripts)
    func `a page of help is set for the screen`(_ transcript: Transcript) throws {
        try transcript.expectSame()
    }
}
