import Formulas
import Testing

struct ParserTests {
    @Test(arguments: [
        // 1 to 3: selections, then ∇, then calls.
        ("∇L(θ, D)", "(call (∇ L) θ D)"), ("∇task.loss(θ)", "(call (∇ (. task loss)) θ)"),
        ("∇xs[0](θ)", "(call (∇ (index xs 0)) θ)"), ("∇(x -> x²)(3)", "(call (∇ (-> [x] (^ x 2))) 3)"),
        ("∇∇f(x)", "(call (∇ (∇ f)) x)"), ("∇²f(θ)", "(call (∇2 f) θ)"),
        ("∇³f(θ)[u, v]", "(index (call (∇3 f) θ) u v)"),
        ("∂f(θ)ᵀ", "(ᵀ (call (∂ f) θ))"), ("∇fᵀ", "(ᵀ (∇ f))"),
        ("grad(L, wrt: 1)(W, p).γ", "(. (call (call grad L wrt:1) W p) γ)"),
        ("f(x)(y)", "(call (call f x) y)"), ("∇∇²f", "(∇ (∇2 f))"),
        // 4 and 5: powers, then minus and root.
        ("2 ^ 3 ^ 2", "(^ 2 (^ 3 2))"), ("2^-1", "(^ 2 (- 1))"), ("x^-y²", "(^ x (- (^ y 2)))"), ("-x²", "(- (^ x 2))"),
        ("√x²", "(√ (^ x 2))"), ("x⁻¹", "(^ x -1)"), ("-√-x", "(- (√ (- x)))"), ("x'²", "(^ x' 2)"),
        ("Aᵀ²", "(^ (ᵀ A) 2)"),
        ("f(x)²", "(^ (call f x) 2)"), ("x¹⁰", "(^ x 10)"),
        // 6: a number directly before a factor.
        ("2x", "( 2 x)"), ("1/2x", "(/ 1 ( 2 x))"), ("2x²", "( 2 (^ x 2))"), ("2(x + 1)", "( 2 (+ x 1))"),
        ("2√x", "( 2 (√ x))"),
        ("2∇f(x)", "( 2 (call (∇ f) x))"), ("-2x", "( (- 2) x)"), ("½x", "( 0.5 x)"), ("2e3", "2000"),
        ("2f(3)(4)", "( 2 (call (call f 3) 4))"),
        // 7 to 9.
        ("2 * -3", "(* 2 (- 3))"), ("a - b - c", "(- (- a b) c)"), ("a / b * c", "(* (/ a b) c)"),
        ("a + b @ c", "(+ a (@ b c))"),
        ("2 + 3 * 4 ^ 2 / 8", "(+ 2 (/ (* 3 (^ 4 2)) 8))"), ("a · b ⊙ c ⊗ d", "(⊗ (⊙ (· a b) c) d)"),
        ("1 + 1..2 * 2", "(.. (+ 1 1) (* 2 2))"),
        ("0..<k", "(..< 0 k)"), ("-1..1", "(.. (- 1) 1)"),
        // 10 to 13.
        ("1 + 2 == 3 and 4 > 3", "(and (== (+ 1 2) 3) (> 4 3))"), ("not a == b", "(not (== a b))"),
        ("3 in 0..5", "(in 3 (.. 0 5))"),
        ("not a and b", "(and (not a) b)"), ("a or b and c or d", "(or a (and b c) d)"), ("not not a", "(not (not a))"),
        ("a and not b", "(and a (not b))"),
        // 14 and 15.
        ("if a or b then c else d + 1", "(if (or a b) c (+ d 1))"),
        ("if a then b else if c then d else e", "(if a b (if c d e))"),
        ("x -> y -> x + y", "(-> [x] (-> [y] (+ x y)))"), ("(a, b = 1) -> a @ b", "(-> [a b=1] (@ a b))"),
        ("() -> 3", "(-> [] 3)"),
        ("x -> if x then 1 else 2", "(-> [x] (if x 1 2))"),
    ])
    func `operators bind as the table says`(_ text: String, _ expected: String) throws {
        #expect(try shape(text) == expected)
    }

    @Test(arguments: [
        ("[]", "(list)"), ("[1, [2]]", "(list 1 (list 2))"), ("{}", "(record)"), ("{W: 1, b: x}", "(record W:1 b:x)"),
        ("{...r, b: 0}", "(record ...r b:0)"), ("A[i, :]", "(index A i :)"), ("xs[1..3]", "(index xs (.. 1 3))"),
        ("xs[-1]", "(index xs (- 1))"), ("‖x - y‖²", "(^ (‖ (- x y)) 2)"), ("‖a * ‖b‖‖", "(‖ (* a (‖ b)))"),
        ("‖‖a‖‖", "(‖ (‖ a))"),
        ("true", "true"), ("Σ(i² for i in 1..10)", "(call Σ (each (^ i 2) for i = 1..10))"),
        ("[a + b for a in xs if a > 0 for b in ys]", "(each (+ a b) for a = xs if (> a 0) for b = ys)"),
        ("[x -> x + k for k in 1..3]", "(each (-> [x] (+ x k)) for k = 1..3)"),
        ("[a for [a, b] in ps]", "(each a for [a, b] = ps)"),
        ("[a for {a, b} in ps if a if b]", "(each a for {a, b} = ps if a if b)"), ("f(1, y: 2)", "(call f 1 y:2)"),
        ("\"α = {α}, {{x}}\"", "\"α = {α}, {x}\""), ("\"{f(\"b\")}\\n\\u{3B8}\"", "\"{(call f \"b\")}\nθ\""),
        ("\"\"", "\"\""),
        ("\"{ {a: 1}.a }\"", "\"{(. (record a:1) a)}\""), ("(1 +\n 2\n + 3)", "(+ (+ 1 2) 3)"),
        ("[1,\n\n2]", "(list 1 2)"),
        ("{p: 1,\n q: 2}", "(record p:1 q:2)"), ("10 -\n 4", "(- 10 4)"), ("a and # why\n b", "(and a b)"),
        ("1; 2\n3", "1; 2; 3"),
        ("f({ a\n b })", "(call f {a\nb})"), ("{a: 1}.a", "(. (record a:1) a)"),
    ])
    func `brackets, literals and lines`(_ text: String, _ expected: String) throws {
        #expect(try shape(text) == expected)
    }

    @Test func `ASCII and Unicode spellings give equal trees`() throws {
        let ascii = """
            L(theta, D) = mean((model(theta, D.x) - D.y)^2)
            theta_1 = theta_0 - alpha * grad(L)(theta_0, D)
            b = 2*pi <= beta' and x^-1 != y
            claim g_1__1 ~= 1 within 5%
            """
        let unicode = """
            L(θ, D) = mean((model(ϑ, D.x) − D.y)²)
            θ₁ = θ₀ − α * grad(L)(θ_0, D)
            b = 2*π ≤ β′ and x⁻¹ ≠ y
            claim g₁⁽¹⁾ ≈ 1 within 0.05
            """
        #expect(try Parser.parse(Source(name: "a", text: ascii)) == Parser.parse(Source(name: "b", text: unicode)))
        #expect(try Parser.parse(Source(name: "a", text: "x0")) != Parser.parse(Source(name: "b", text: "x₀")))
    }

    @Test func `an expression's span is exactly its text`() throws {
        let text = " y = [f( a )ᵀ , -x²,  (α -> α), \"{ b }\"] + √ 2x.w  # end"
        let statements = try Parser.parse(Source(name: "test", text: text))
        guard case .binding(_, let value) = statements[0].kind, case .chain(let list, let links) = value.kind,
            case .list(let items) = list.kind, case .string(let parts) = items[3].kind,
            case .interpolation(let inner) = parts[0]
        else {
            Issue.record("not the tree that was written")
            return
        }
        #expect(statements[0].span.text == "y = [f( a )ᵀ , -x²,  (α -> α), \"{ b }\"] + √ 2x.w")
        #expect(items.map(\.span.text) == ["f( a )ᵀ", "-x²", "(α -> α)", "\"{ b }\""])
        #expect(inner.span.text == "b")
        #expect(links[0].operand.span.text == "√ 2x.w")
        #expect(links[0].operatorSpan.text == "+")
    }
}
