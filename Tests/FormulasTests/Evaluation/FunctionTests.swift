import Foundation
import Synchronization
import Testing

@testable import Formulas

struct FunctionTests {
    @Test(arguments: [
        ("f(x, y = 10) = x + y; f(1)", "11"), ("f(x, y = 10) = x + y; f(1, 2)", "3"),
        ("f(x, y = 10) = x + y; f(y: 1, 5)", "6"),
        ("f(x, y) = x - y; f(y: 1, x: 5)", "4"), ("f(x, y) = x - y; f(1, y: 5)", "-4"), ("f() = 3; f()", "3"),
        ("((a, b = 2) -> a * b)(3)", "6"), ("k = 1; f(x = k) = x; k = 7; f()", "7"),
        ("make(k) = (x = k) -> x; k = 5; make(3)()", "3"),
        // A default does not see the parameters, but what stood around the definition.
        ("x = 9; f(x, y = x) = y; f(1)", "9"),
        // Nor the caller's locals.
        ("k = 1; f(x = k) = x; g(k) = f(); g(100)", "1"),
        ("n = 2; f(x, y = n²) = x + y; [f(i) for i in 0..1]", "[4, 5]"),
    ])
    func `arguments are given by position, by name or by default`(_ program: String, _ expected: String) throws {
        #expect(try Prompt().shows(program) == expected)
    }

    @Test(arguments: [
        ("f(x, y) = x; f(1)", "f(x, y) needs its argument y"), ("f(x) = x; f(1, 2)", "f(x) takes 1 argument, found 2"),
        ("f(x) = x; f(1, x: 2)", "f(x) is given x twice"),
        ("f(rate) = rate; f(rat: 2)", "f(rate) has no parameter rat"),
        ("(x -> x)()", "the function x -> x needs its argument x"), ("x = 3; x(4)", "x is a number, not a function"),
        ("sin(1, 2)", "sin takes 1 argument"), ("sin()", "sin needs its argument"), ("{a: 1}.a(2)", "not a function"),
    ])
    func `a call with the wrong arguments is a diagnostic`(_ program: String, _ message: String) throws {
        #expect(try Prompt().failure(program).message.contains(message))
    }

    @Test func `a misspelt parameter or name is offered its neighbour`() throws {
        #expect(try Prompt().failure("f(rate) = rate; f(rat: 2)").help == "did you mean rate?")
        #expect(try Prompt().failure("weights = 1; wieghts").help == "did you mean weights?")
        #expect(try Prompt().failure("f(local) = locla; f(1)").help == "did you mean local?")
        #expect(try Prompt().failure("x'").help?.contains("∂x") == true)
    }

    @Test(arguments: [
        ("make(n) = x -> x + n; g = make(10); n = 1; g(5)", "15"),
        ("f(n) = { g(x) = x * n; n = 5; g(2) }; f(1)", "10"),
        ("fs = [(x -> x + k) for k in 0..2]; fs[1](10)", "11"),
        ("compose(f, g) = x -> f(g(x)); compose(x -> 2x, x -> x + 1)(3)", "8"),
        ("curry = a -> b -> c -> [a, b, c]; curry(1)(2)(3)", "[1, 2, 3]"),
        ("f(n) = if n == 0 then 1 else n * f(n - 1); f(5)", "120"),
        (
            "even(n) = if n == 0 then true else odd(n - 1); odd(n) = if n == 0 then false else even(n - 1); even(10)",
            "true"
        ),
        ("f(x) = g(x) + 1; g(x) = 2x; a = f(1); g(x) = 10x; [a, f(1)]", "[3, 11]"),
        ("α = 1; f(x) = α * x; α = 3; f(2)", "6"),
        ("f(x) = { y = x²; y + 1 }; f(3)", "10"), ("b = { c = 2; c * 3 }; b", "6"),
        ("f(x) = { if x > 0 { 1 } else { 2 } }; [f(1), f(-1)]", "[1, 2]"),
        ("f(x) = { s = 0; for i in 1..x { s = s + i }; s }; f(4)", "10"),
        ("f(x) = { while x < 100 { x = 2x }; x }; f(3)", "192"),
        ("s = 0; for i in 1..3 { s = s + i; t = i }; [s, t]", "[6, 3]"),
        ("i = 7; for i in 1..3 { }; i", "7"), ("i = 7; for i in 1..3 { i = 100 }; i", "7"),
        ("f(θ) = { for i in 0..<2 { θ = θ / 2 }; θ }; θ = 8; [f(θ), θ]", "[2, 8]"),
        ("x = 1; f() = { x = 2; x }; [f(), x]", "[2, 1]"), ("x = 1; { x = 5; x }; x", "1"),
        ("n = 0; while n < 3 { n = n + 1 }; n", "3"), ("if 1 < 2 { a = 1 } else { a = 2 }; a", "1"),
        ("[a, b] = [1, 2]; [a, b] = [b, a]; [a, b]", "[2, 1]"),
        ("f(xs) = { [a, b] = xs; a - b }; f([5, 3])", "2"), ("f(r) = { {a, b} = r; a - b }; f({b: 1, a: 4})", "3"),
        ("for [a, b] in [[1, 2], [3, 4]] { p = a * b }; p", "12"),
    ])
    func `names resolve lexically in functions and when called at top level`(_ program: String, _ expected: String)
        throws
    {
        #expect(try Prompt().shows(program) == expected)
    }

    @Test(arguments: [
        ("f(x) = { hidden = x; hidden }; f(1); hidden", "unknown name hidden"),
        ("{ hidden = 1; hidden }; hidden", "unknown name hidden"), ("[j for j in 0..2]; j", "unknown name j"),
        ("for j in 0..2 { }; j", "unknown name j"), ("sum(j for j in 0..2); j", "unknown name j"),
        ("g() = secret; f(secret) = g(); f(1)", "unknown name secret"), ("(x -> x)(1); x", "unknown name x"),
        ("f() = { y = 1 }; f()", "the block ends without a value"),
    ])
    func `locals never leak`(_ program: String, _ message: String) throws {
        #expect(try Prompt().failure(program).message.contains(message))
    }

    @Test(arguments: [
        ("f(sin) = sin + 1; f(2)", "3"), ("f(sum) = { mean = sum; mean }; f(2)", "2"), ("f(I) = I; f(4)", "4"),
        ("f(π) = π; f(4)", "4"), ("f(vary) = vary(2); f(x -> x + 1)", "3"), ("[exp for exp in 0..1]", "[0, 1]"),
        ("σ = 2; σ", "2"), ("Σ = [1]; Σ", "[1]"), ("σ = 3; sigmoid(0)", "0.5"), ("e = 1; i = 2; E = 3; e + i + E", "6"),
        ("for sin in 0..1 { y = sin }; y", "1"),
    ])
    func `parameters and locals may shadow built-ins`(_ program: String, _ expected: String) throws {
        #expect(try Prompt().shows(program) == expected)
    }

    @Test(arguments: [
        ("sin = 2", "sin is a built-in function"), ("π = 3", "π is a constant"), ("pi = 3", "π is a constant"),
        ("I = 1", "I is a constant"), ("vary = 1", "vary is a built-in function"),
        ("O(x) = x", "O is a built-in function"),
        ("mean(x) = x", "mean is a built-in function"), ("[a, exp] = [1, 2]", "exp is a built-in function"),
        ("{norm} = {norm: 1}", "norm is a built-in function"),
        ("for i in 0..1 { tanh = 1 }", "tanh is a built-in function"),
        ("if true { softmax = 1 }", "softmax is a built-in function"),
    ])
    func `binding a built-in at top level is a diagnostic`(_ program: String, _ message: String) throws {
        #expect(try Prompt().failure(program).message == message)
    }

    @Test func `an error inside a function carries the calls that led there, innermost first`() throws {
        let failure = try Prompt().failure(
            """
            inner(x) = x @ [1, 2, 3]
            middle(x) = inner(x) + 1
            middle([1, 2])
            """)
        #expect(failure.calls.map(\.text) == ["in inner, called", "in middle, called"])
        #expect(failure.calls.map(\.span.start.line) == [2, 3])
        #expect(failure.span?.start.line == 1)
        #expect(failure.span?.text == "x @ [1, 2, 3]")
    }

    @Test(arguments: [
        "f(n) = f(n + 1); f(0)", "f(n) = 1 + f(n + 1); f(0)", "f(x) = ∇(y -> f(y))(x); f(1)",
        "f(n) = sum(f(n + i) for i in 0..1); f(0)", "f(n) = { if n > 0 { g(n) } }; g(n) = { x = f(n + 1); x }; f(1)",
        "f(n) = [[f(n + 1)]]; f(0)", "f(n = f()) = n; f()", "f(n) = map(f, list(n, n)); f(1)",
        "f(n) = vary(a, [1], f(n)); a = 1; f(0)",
    ])
    func `a recursion that does not end is a diagnostic`(_ program: String) throws {
        #expect(try Prompt().failure(program).message.contains("calls nested too deep"))
    }

    @Test(arguments: [512, 1024, 8192])
    func `so it is on a thread with little stack`(_ kilobytes: Int) {
        let shown = onThread(kilobytes: kilobytes, "f(n) = 1 + sum([f(n + 1)]); f(0)")
        #expect(shown.contains("calls nested too deep"))
    }

    @Test func `two thousand calls deep are no recursion without end where there is stack for them`() {
        #expect(onThread(kilobytes: 1 << 18, "f(n) = if n == 0 then 0 else 1 + f(n - 1); f(2000)") == "2000")
    }

    /// What a program shows, or the message of its error, on a thread with a stack of a given size.
    private func onThread(kilobytes: Int, _ program: String) -> String {
        let shown = SharedText()
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            do {
                shown.set(try Prompt().shows(program))
            } catch {
                shown.set((error as? Diagnostic)?.message ?? "\(error)")
            }
            done.signal()
        }
        thread.stackSize = kilobytes << 10
        thread.start()
        done.wait()
        return shown.get()
    }
}

/// What one thread tells another. A class, because both hold it.
private final class SharedText: Sendable {
    private let text = Mutex("")

    func set(_ value: String) { text.withLock { $0 = value } }
    func get() -> String { text.withLock { $0 } }
}
