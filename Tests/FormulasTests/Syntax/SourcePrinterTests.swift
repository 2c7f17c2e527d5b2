import Formulas
import Testing

struct SourcePrinterTests {
    private func parsed(_ text: String) throws -> [Statement] { try Parser.parse(Source(name: "printed", text: text)) }

    @Test(arguments: [
        "g = ∇(θ -> L(θ - α * ∇L(θ, τ.support), τ.query))(θ)", "f(x, y = 1) = -x² + 2y^-1", "claim a == b + O(α²)",
        "claim a ≈ b within 0.05", "for all θ ~ randn(like: θ₀) for 20 draws: refute f(θ) == 0", "{u, v} = pair;",
        "for i in 0..<k {\n  if a {\n    b\n  } else if c {\n    d;\n  } else {\n    e\n  }\n}",
        "x = {...r, b: \"α = {α}\"}",
        "y = [i² for i in 1..n if g(i)]", "(I - α * H) @ ∇L(θ', τ.query)", "A[:, 0]ᵀ", "f() = {\n  x = 1\n  x\n}",
        "use maml",
    ])
    func `canonical source prints as it stands`(_ text: String) throws {
        #expect(try SourcePrinter().print(parsed(text)) == text)
    }

    @Test func `ASCII prints as Unicode`() throws {
        #expect(try SourcePrinter().print(parsed("theta_1 = x^2 <= sqrt(pi)")) == "θ₁ = x^2 ≤ sqrt(π)")
    }

    @Test func `what is printed parses back to an equal expression`() throws {
        var trees = RandomTrees(seed: 1)
        for round in 0..<4000 {
            let tree = trees.expression(1 + round % 4)
            let text = "value = " + SourcePrinter().print(tree)
            let back = try parsed(text)
            guard case .binding(_, let value) = back[0].kind, value == tree else {
                Issue.record("\(text)\nreads back as\n\(SourcePrinter().print(back))")
                return
            }
        }
    }

    @Test func `what is printed parses back to an equal statement`() throws {
        var trees = RandomTrees(seed: 2)
        for round in 0..<4000 {
            let tree = trees.statement(1 + round % 3)
            let text = SourcePrinter().print(tree)
            let back = try parsed(text)
            guard back == [tree] else {
                Issue.record("\(text)\nreads back as\n\(SourcePrinter().print(back))")
                return
            }
            #expect(SourcePrinter().print(back) == text)
        }
    }

    @Test func `a derivation prints as a derivation`() throws {
        let text = "∇F(θ₀)\n  == (∂step(θ₀))ᵀ @ ∇L(θ₁)  -- chain rule\n  == ∇L(θ₁) + O(α)"
        let source = Source(name: "derivation", text: text)
        #expect(try SourcePrinter().print(Parser.parseDerivations(source)) == text)
    }

    @Test func `trees made by hand get the parentheses they need`() throws {
        let place = Span(Source(name: "none", text: ""), 0..<0)
        let a = Formulas.Expression(.name("a"), at: place)
        let sum = Formulas.Expression(.chain(a, [ChainLink(op: .minus, operatorSpan: place, operand: a)]), at: place)
        func printed(_ kind: Formulas.Expression.Kind) -> String {
            SourcePrinter().print(Formulas.Expression(kind, at: place))
        }
        #expect(printed(.power(sum, sum, superscript: false)) == "(a - a)^(a - a)")
        #expect(printed(.chain(a, [ChainLink(op: .minus, operatorSpan: place, operand: sum)])) == "a - (a - a)")
        #expect(printed(.calculus(.gradient, sum)) == "∇(a - a)")
        #expect(printed(.prefix(.minus, Formulas.Expression(.prefix(.minus, a), at: place))) == "-(-a)")
        #expect(printed(.juxtaposition(Formulas.Expression(.number(2), at: place), sum)) == "2(a - a)")
    }
}
