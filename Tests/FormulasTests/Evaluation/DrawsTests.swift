import Testing

@testable import Formulas

struct DrawsTests {
    @Test func `the same seed draws the same and another draws other numbers`() throws {
        let program = "x = randn(3); y = uniform(0, 1, 3); z = permutation(20); list(x, y, z)"
        let first = try Prompt(seed: 5).numbers(program)
        #expect(try Prompt(seed: 5).numbers(program) == first)
        #expect(try Prompt(seed: 6).numbers(program) != first)
        #expect(try Prompt().numbers("seed(5); \(program)") == Prompt().numbers("randn(7); seed(5); \(program)"))
        #expect(try Prompt().numbers("seed(5); \(program)") != Prompt().numbers("seed(6); \(program)"))
    }

    @Test(arguments: [
        "[randn(), randn()]", "f() = randn(); [f(), f()]", "[randn() for i in 0..1]",
        "a = randn(); b = randn(); [a, b]",
        "f() = [randn() for i in 0..1]; a = f(); a", "randn(2)",
        "a = 0; b = 0; for i in 0..<2 { b = a; a = randn() }; [a, b]", "f() = randn(); g() = f(); [f(), g()]",
        "list(randn(like: {a: 0, b: 0}))",
        "[[randn() for j in 0..1][1] for i in 0..1]", "[uniform(), uniform()]", "leaves(randn(like: {a: 0, b: 0}))",
    ])
    func `no two draws are the same`(_ program: String) throws {
        let numbers = try Prompt().numbers(program)
        #expect(numbers.count == 2)
        #expect(numbers[0] != numbers[1])
    }

    @Test func `what is drawn at the prompt does not change what a stream draws`() throws {
        func lesson(_ play: [String]) throws -> [[Double]] {
            let prompt = Prompt(seed: 1)
            var drawn: [[Double]] = []
            for (step, text) in ["x = randn(3)", "y = x + randn(3)", "z = [uniform() for i in 0..2]"].enumerated() {
                if step < play.count { _ = try prompt.cells(play[step]) }
                drawn.append(
                    try prompt.session.drawing(from: DrawPosition(seed: 4, stream: "step \(step)"), isOfLesson: true) {
                        () throws in try prompt.numbers(text)
                    })
            }
            return drawn
        }
        let undisturbed = try lesson([])
        #expect(try lesson(["randn(10)", "for i in 0..9 { q = randn() }", "nonsense + randn()"]) == undisturbed)
        #expect(try lesson(["seed(9); randn()"]) == undisturbed)
        #expect(Set(undisturbed.flatMap { $0 }).count == 9)
        // Another seed, other numbers.
        let prompt = Prompt(seed: 1)
        #expect(
            try prompt.session.drawing(from: DrawPosition(seed: 5, stream: "step 0"), isOfLesson: true) { () throws in
                try prompt.numbers("x = randn(3)")
            }
                != undisturbed[0])
    }

    @Test func `a stream draws what it would whatever the statements between its own that draw nothing`() throws {
        func drawn(_ text: String) throws -> [Double] {
            let prompt = Prompt()
            return try prompt.session.drawing(from: DrawPosition(seed: 4, stream: "s"), isOfLesson: true) { () throws in
                try prompt.numbers(text)
            }
        }
        #expect(
            try drawn("a = randn(); b = randn(); [a, b]")
                == drawn("a = randn(); c = 1; claim c == 1; b = randn(); [a, b]"))
    }

    @Test func `a failed statement draws nothing, so that trying again draws what it would have`() throws {
        let (one, other) = (Prompt(), Prompt())
        _ = try other.failure("x = randn(3) + nonsense")
        #expect(try one.numbers("x = randn(3)") == other.numbers("x = randn(3)"))
    }

    @Test(arguments: [
        ("randn()", "0..4"), ("uniform(0, 1, 2)", "0..4"), ("f(i)", "0..4"), ("[randn() + i, randn()]", "1..3"),
        ("sum(randn() for j in 0..i)", "0..3"), ("∇(w -> w * randn())(1.0)", "0..3"),
        ("(if i > 1 then randn() else 2 * randn())", "0..3"),
        ("norm(randn(like: {a: i, b: [i, i]}))", "0..3"), ("task().x", "0..3"),
    ])
    func `item i of a comprehension draws what the i-th iteration of a loop does`(_ body: String, _ range: String)
        throws
    {
        let setting = "f(i) = randn() * i + uniform(); task() = { p = randn(); {x: p * randn(2)} }; "
        // A sum with weights tells the items apart.
        let loop = try Prompt().numbers(
            setting + "n = 0; s = 0; for i in \(range) { v = \(body); s = s + (n + 1)² * sum(v); n = n + 1 }; s")
        let comprehension = try Prompt().numbers(
            setting + "xs = [\(body) for i in \(range)]; sum((n + 1)² * sum(xs[n]) for n in 0..<shape(xs)[0])")
        #expect(areClose(loop, comprehension, within: 1e-12))
    }

    @Test func `a condition of a comprehension leaves the other items' draws as they are`() throws {
        let all = try Prompt().numbers("xs = [randn() for i in 0..5]; xs")
        #expect(try Prompt().numbers("xs = [randn() for i in 0..5 if i > 2]; xs") == Array(all[3...]))
    }

    @Test func `draws have the moments of their distribution`() throws {
        let prompt = Prompt(seed: 3)
        // Of n = 40 000: standard errors are 1/200 for the mean, √2/200 for the variance, √96/200 for the fourth moment.
        try prompt.good(
            """
            n = 40000
            z = randn(n); u = uniform(2, 5, n); b = bernoulli(0.3, n)
            claim abs(mean(z)) < 0.02
            claim abs(var(z) - 1) < 0.03
            claim abs(mean(z³)) < 0.08
            claim abs(mean(z⁴) - 3) < 0.2
            claim abs(mean(z[0..<n - 1] * z[1..<n])) < 0.02
            claim abs(mean(u) - 3.5) < 0.02
            claim abs(var(u) - 0.75) < 0.02
            claim min(u) > 2 and max(u) < 5
            claim abs(mean(b) - 0.3) < 0.01
            xs = [randn() for i in 0..<4000]
            claim abs(mean(xs)) < 0.06
            claim abs(var(xs) - 1) < 0.1
            claim all(sort(permutation(50)) == 0..<50)
            """)
    }
}
