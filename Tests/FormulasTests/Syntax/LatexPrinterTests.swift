import Formulas
import Testing

struct LatexPrinterTests {
    private func latex(_ text: String) throws -> String {
        LatexPrinter().print(try Parser.parse(Source(name: "printed", text: text)))
    }

    @Test(arguments: [
        (
            "θ' = θ - α * ∇L(θ, τ.support)",
            #"\theta' = \theta - \alpha\,\nabla L(\theta,\, \tau.\mathit{support})"#
        ),
        ("g_MAML", #"g_{\mathrm{MAML}}"#), ("θ₀ + g₁⁽²⁾ + x_k", #"\theta_{0} + g^{(2)}_{1} + x_{k}"#),
        ("1 / (a + b)", #"\frac{1}{a + b}"#), ("a * b / c", #"\frac{a\,b}{c}"#),
        ("√(x + 1) / 2", #"\frac{\sqrt{x + 1}}{2}"#), ("(a + b)²", #"(a + b)^{2}"#),
        ("θ'²", #"{\theta'}^{2}"#), ("x^-y", #"x^{-y}"#), ("2x * 3", #"2\,x \cdot 3"#),
        ("1.5e-7 * x", #"1.5 \cdot 10^{-7}\,x"#),
        ("(I - α*H) @ g", #"(I - \alpha\,H)\,g"#), ("a · b", #"\left\langle a,\, b \right\rangle"#),
        ("‖x‖²", #"\left\lVert x \right\rVert^{2}"#), ("(a / b)²", #"\left(\frac{a}{b}\right)^{2}"#),
        ("abs(x) ≤ 1", #"\left|x\right| \leq 1"#),
        ("sum(i² for i in 1..n)", #"\sum_{i=1}^{n} i^{2}"#),
        (
            "mean(L(θ, τ) for τ in tasks)",
            #"\operatorname*{mean}_{\tau \in \mathit{tasks}} L(\theta,\, \tau)"#
        ),
        ("prod(I - α * H[i] for i in 0..<k)", #"\prod_{i=0}^{k-1} (I - \alpha\,H_{i})"#),
        ("[[1, 2], [3, 4]]", #"\begin{bmatrix}1 & 2 \\ 3 & 4\end{bmatrix}"#),
        ("x -> tanh(x)", #"x \mapsto \tanh(x)"#), ("∂f(θ)ᵀ", #"\partial f(\theta)^{\top}"#),
        ("∇²L(θ) @ v", #"\nabla^{2} L(\theta)\,v"#), ("(a / b)²", #"\left(\frac{a}{b}\right)^{2}"#),
        ("x_k[i]", #"{x_{k}}_{i}"#), ("A[:, 0]", #"A_{:,0}"#),
        ("if x > 0 then x else 0", #"\begin{cases}x & \text{if } x > 0 \\ 0 & \text{otherwise}\end{cases}"#),
        ("claim a == b + O(α²)", #"a = b + O(\alpha^{2})"#),
        (
            "for all θ ~ randn(3): claim f(θ) ≥ 0",
            #"\forall\, \theta \sim \operatorname{randn}(3)\colon\; f(\theta) \geq 0"#
        ),
        ("softmax(logits_k)", #"\operatorname{softmax}(\mathit{logits}_{k})"#),
        ("\"100% of $x_1\"", #"\text{100\% of \$x\_1}"#),
    ])
    func `a formula is printed in the papers' notation`(_ text: String, _ expected: String) throws {
        #expect(try latex(text) == expected)
    }

    @Test func `a derivation stands aligned at its comparisons, with its reasons`() throws {
        let statements = try Parser.parseDerivations(
            Source(name: "printed", text: "∇f(θ)\n  == A @ g  -- chain rule\n  == g + O(α)"))
        #expect(
            LatexPrinter().print(statements)
                == #"\begin{aligned}\nabla f(\theta)  \\ & = A\,g && \text{chain rule} \\ & = g + O(\alpha)\end{aligned}"#
        )
    }

    @Test func `whatever is printed opens and closes in pairs`() throws {
        var trees = RandomTrees(seed: 5)
        for round in 0..<2000 {
            let text = LatexPrinter().print(trees.statement(1 + round % 4))
            var depth = 0
            var isEscaped = false
            for character in text {
                if isEscaped {
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == "{" {
                    depth += 1
                } else if character == "}" {
                    depth -= 1
                    if depth < 0 { break }
                }
            }
            #expect(depth == 0, "\(text)")
            #expect(text.components(of: "\\left") == text.components(of: "\\right"), "\(text)")
            #expect(text.components(of: "\\begin{") == text.components(of: "\\end{"), "\(text)")
        }
    }
}

extension String {
    /// How often a command stands in the text.
    fileprivate func components(of command: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: command) {
            // `\leftarrow` would be another.
            if rest[range.upperBound...].first?.isLetter != true || command.hasSuffix("{") { count += 1 }
            rest = rest[range.upperBound...]
        }
        return count
    }
}
