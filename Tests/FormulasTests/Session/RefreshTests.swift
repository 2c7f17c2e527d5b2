import CSignals
import Testing

@testable import Formulas

/// Numbers that look random.
private enum Samples {
    /// The finaliser of SplitMix64 (Steele, Lea & Flood 2014).
    static func scrambled(_ value: UInt64) -> UInt64 {
        var z = value &* 0x9e37_79b9_7f4a_7c15
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

struct RefreshTests {
    @Test(arguments: [
        ("α = 1; y = 2α; z = y + 1; α = 3", "y z", "[y, z]", "[6, 7]"),
        ("α = 1; y = 2α; β = 1; α = β + 1; β = 5", "α y", "[α, y]", "[6, 12]"),
        ("f(x) = 2x; y = f(3); f(x) = x²", "y", "y", "9"),
        ("α = 1; θ = 3; g = 2θ; θ = θ - α*g; α = 2", "θ", "[g, θ]", "[6, -9]"),
        ("f(θ) = 2θ; θ = 3; g = f(θ); θ = θ - g; f(θ) = 3θ", "g θ", "[g, θ]", "[9, -6]"),
        ("f(θ) = 2θ; θ = 3; θ' = θ - f(θ); θ = θ'; f(θ) = 3θ", "θ' θ", "[θ', θ]", "[-6, -6]"),
        ("α = 1; x = 8; for i in 0..<3 { x = x - α; n = i }; α = 2", "n x", "[n, x]", "[2, 2]"),
        ("s = 1; θ = 10s; θ = θ - 1; θ = θ - 1; s = 2", "θ", "θ", "18"),
        (
            "f(θ) = θ; α = 1; θ = 1; g = f(θ); θ = θ + g; g = f(θ); θ = θ + g; f(θ) = 2θ", "g θ", "[g, θ]",
            "[6, 9]"
        ),
        ("α = 1; x = 0; for i in 0..<3 { x = x + α; n = i }; n = 7; α = 2", "x", "[n, x]", "[7, 6]"),
        ("α = 3; x = 5; if α > 2 { x = 1 }; α = 1", "x", "x", "5"),
        ("α = 3; x = 0; y = 0; if α > 2 { x = 1 } else { y = 2 }; α = 1", "x y", "[x, y]", "[0, 2]"),
        ("α = 3; x = 0; if α > 2 { x = 1 } else { y = 2 }; y = 4; α = 1", "x", "[x, y]", "[0, 4]"),
        ("a = 1; b = a; c = 7; a = c; c = b + 1", "b c a", "[a, b, c]", "[8, 7, 8]"),
        ("f(θ) = 2θ; θ = 3; g = f(θ); h = 2g; θ = θ - h; h = 7; f(θ) = 5θ", "g θ", "[g, h, θ]", "[-20, 7, -4]"),
    ])
    func `stale bindings are run again in order, and a second time nothing is stale`(
        _ program: String, _ names: String, _ expression: String, _ expected: String
    ) throws {
        let prompt = Prompt()
        try prompt.good(program)
        #expect(try prompt.session.refresh().joined(separator: " ") == names)
        #expect(try prompt.shows(expression) == expected)
        #expect(prompt.session.staleNames == [])
        #expect(try prompt.session.refresh() == [])
    }

    @Test(arguments: [0, 1, 2, 19, 20, 26])
    func `whatever was bound in whatever order, one refresh is enough`(_ seed: UInt64) throws {
        var key = seed &* 1000
        func pick(_ count: Int) -> Int {
            key &+= 1
            return Int(Samples.scrambled(key) % UInt64(count))
        }
        let names = ["a", "b", "c", "d", "e"]
        for _ in 0..<10 {
            var program = names.map { "\($0) = \(pick(9))" }
            for _ in 0..<40 {
                let (name, x, y) = (names[pick(5)], names[pick(5)], names[pick(5)])
                switch pick(5) {
                case 0: program.append("\(name) = \(pick(9))")
                case 1: program.append("\(name) = 2\(x)")
                case 2: program.append("\(name) = \(name) + \(x)")
                case 3: program.append("if \(x) > \(y) { \(name) = \(x) } else { \(names[pick(5)]) = \(y) + 1 }")
                default: program.append("\(name) = \(x) - \(y)")
                }
            }
            let prompt = Prompt()
            let text = program.joined(separator: "; ")
            try prompt.good(text)
            try prompt.session.refresh()
            #expect(prompt.session.staleNames == [], "\(text)")
            #expect(try prompt.session.refresh() == [], "\(text)")
        }
    }

    @Test func `of one name, it and what it needs are run again`() throws {
        let prompt = Prompt()
        try prompt.good("α = 1; y = 2α; z = y + 1; w = α; u = z + w; α = 3")
        #expect(try prompt.session.refresh("z") == ["y", "z"])
        #expect(try prompt.shows("[y, z, w, u]") == "[6, 7, 1, 4]")
        #expect(prompt.session.staleNames == ["u", "w"])
        #expect(try prompt.session.refresh("z") == [])
        try prompt.good("f(θ) = 2θ; θ = 3; g = f(θ); θ = θ - g; f(θ) = 3θ")
        #expect(try prompt.session.refresh("g") == ["g"])
        #expect(prompt.session.staleness(of: "g") == [])
        #expect(prompt.session.staleness(of: "θ") == ["g"])
        #expect(try prompt.session.refresh("θ") == ["θ"])
        #expect(try prompt.shows("[g, θ]") == "[9, -6]")
    }

    @Test func `what was drawn is drawn again, and what is drawn next is as it would have been`() throws {
        let (prompt, other) = (Prompt(), Prompt())
        for each in [prompt, other] { try each.good("s = 1; x = s * randn(3); y = s * randn(3); s = 2") }
        #expect(try prompt.session.refresh() == ["x", "y"])
        #expect(areClose(try prompt.numbers("[x, y]"), try other.numbers("[2x, 2y]")))
        #expect(try prompt.numbers("randn(3)") == other.numbers("randn(3)"))
    }

    @Test func `what was run again can be varied, checked and refreshed anew`() throws {
        let prompt = Prompt()
        try prompt.good("α = 1; θ = 8; g = 1; θ = θ - α*g; θ = θ - α*g; claim θ == 6; α = 2")
        try prompt.session.refresh()
        #expect(try prompt.shows("[θ, vary(α, [3], θ)[0], diff(θ, α)]") == "[4, 2, -2]")
        #expect(prompt.session.checkAgain().flatMap(\.claims).map(\.holds) == [false])
        try prompt.good("α = 1")
        try prompt.session.refresh()
        #expect(try prompt.shows("θ") == "6")
        #expect(prompt.session.checkAgain().flatMap(\.claims).map(\.holds) == [true])
        try prompt.good("θ = θ - α*g; α = 2")
        try prompt.session.refresh()
        #expect(try prompt.shows("[θ, vary(α, [3], θ)[0]]") == "[2, -1]")
    }

    @Test func `an error leaves the session as it was`() throws {
        let prompt = Prompt()
        try prompt.good("α = 1; a = 10α; v = [1, 2, 3]; y = v[α]; α = 9")
        let error = try #require(throws: Diagnostic.self) { try prompt.session.refresh() }
        #expect(error.message.contains("index 9 lies outside"))
        #expect(try prompt.shows("[a, y]") == "[10, 2]")
        #expect(prompt.session.staleNames == ["a", "y"])
        try prompt.good("α = 3; if α > 2 { only = 1 }; α = 1")
        let other = try #require(throws: Diagnostic.self) { try prompt.session.refresh("only") }
        #expect(other.message == "run again, this does not bind only")
    }

    /// The flag of an interrupt belongs to the whole process, so this runs in a process of its own.
    @Test func `an interruption leaves the session as it was`() async {
        await #expect(processExitsWith: .success) {
            let prompt = Prompt()
            try prompt.good("α = 1; y = 10α; x = 0; for i in 0..<3 { x = x + α }; α = 2")
            signals_interrupt()
            let error = #expect(throws: Diagnostic.self) { try prompt.session.refresh() }
            signals_clear_interrupt()
            #expect(error?.kind == .interrupted)
            #expect(try prompt.shows("[x, y]") == "[3, 10]")
            #expect(prompt.session.staleNames == ["x", "y"])
        }
    }

    @Test func `restoring a state keeps the user's own names as they were refreshed`() throws {
        let prompt = Prompt()
        let saved = prompt.session.state
        try prompt.good("α = 1; θ = 8; θ = θ - α; θ = θ - α; α = 2")
        try prompt.session.refresh()
        prompt.session.restore(saved)
        #expect(try prompt.shows("[θ, vary(α, [3], θ)[0]]") == "[4, 2]")
        #expect(prompt.session.staleNames == [])
    }
}
