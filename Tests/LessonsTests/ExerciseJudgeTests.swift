import Formulas
import Testing

@testable import Lessons

@Suite struct ExerciseJudgeTests {
    /// A walk that waits at the exercise of a lesson with this body, the session's own blocks run.
    private func walk(_ body: String) throws -> LessonWalk {
        let found = reading("## A\n" + body + "\n")
        var walk = LessonWalk(try #require(found.lesson, "\(messages(found))"), in: Session())
        while case .code = walk.stop?.asked { _ = walk.enter() }
        return walk
    }

    private func judgement(of entry: String, in walk: LessonWalk) throws -> Judgement {
        guard case .exercise(let exercise) = walk.stop?.asked else { throw NoExercise() }
        let statements = try Parser.parse(Source(name: "[1]", text: entry))
        return walk.judge(try #require(exercise.answer(statements)), of: exercise)
    }

    private struct NoExercise: Error {}

    private func summary(_ judgement: Judgement) -> String {
        switch judgement {
        case .right: "right"
        case .misconception(let wrong): wrong.say
        case .differs(let example):
            "differs at \(example.point.map(\.name).joined(separator: ", ")): \(example.found)"
        case .fails(let claims): "fails \(claims.count)"
        case .unfit(let diagnostic): "unfit: \(diagnostic.message)"
        case .noAnswer: "no answer"
        }
    }

    @Test(arguments: [
        ("g = (1 - α * h) * s", "right"), ("s - s*h*α", "right"), ("g = s * (1 - α*h) + 0*α", "right"),
        ("k = α * h; g = s - k*s", "right"), ("s", "that is FOMAML"), ("g = s*(1 + h*α)", "a minus was wanted"),
        ("s/s * s", "that is FOMAML"), ("print(s)", "no answer"), ("nope", "unfit: unknown name nope"),
    ])
    func `an expression is judged by its values, however it is written`(entry: String, found: String) throws {
        #expect(summary(try judgement(of: entry, in: try walk(LessonText.exercise))) == found)
    }

    @Test func `a counterexample names the point, the value found and the value wanted`() throws {
        guard case .differs(let example) = try judgement(of: "α + 2", in: try walk(LessonText.exercise)) else {
            Issue.record("it does not differ")
            return
        }
        #expect(example.point.map(\.name) == ["α", "h", "s"])
        let values = example.point.compactMap { Double($0.value.replacing("−", with: "-")) }
        let found = try #require(Double(example.found))
        let wanted = try #require(example.wanted.flatMap { Double($0.replacing("−", with: "-")) })
        try #require(values.count == 3)
        #expect(abs(found - values[0] - 2) < 1e-5)
        #expect(abs(wanted - (1 - values[0] * values[1]) * values[2]) < 1e-4)
    }

    @Test func `what was computed from a variable is computed again at each point`() throws {
        let body = """
            ```loop setup
            α = 0.1
            step(x) = x - α * x
            y = step(2)
            ```
            ```exercise {#y kind=expr vars="α ~ uniform(0, 1)"}
            y?
            ```
            ```solution
            2 - 2α
            ```
            """
        for entry in ["y", "step(2)", "2 * (1 - α)"] {
            #expect(summary(try judgement(of: entry, in: try walk(body))) == "right", "\(entry)")
        }
        #expect(summary(try judgement(of: "1.8", in: try walk(body))) == "differs at α: 1.8")
    }

    @Test func `a value is one value, and a wrong one does not give it away`() throws {
        let body = "```exercise {#v kind=value tol=0.01}\n?\n```\n```solution\n1/3\n```"
        #expect(summary(try judgement(of: "0.333", in: try walk(body))) == "right")
        #expect(summary(try judgement(of: "answer = 2/6", in: try walk(body))) == "right")
        guard case .differs(let example) = try judgement(of: "[1, 2]", in: try walk(body)) else {
            Issue.record("it does not differ")
            return
        }
        #expect(example.wanted == nil && example.point.isEmpty)
        #expect(example.difference.text.contains("different shapes"))
    }

    @Test func `NaN is never right`() throws {
        let body = "```exercise {#v kind=value}\n?\n```\n```solution\n0/0\n```"
        #expect(summary(try judgement(of: "0/0", in: try walk(body))).hasPrefix("differs"))
    }

    @Test func `a function is judged by what it gives for drawn arguments`() throws {
        let body = """
            ```exercise {#f kind=function name=step vars="θ ~ randn(3), α ~ uniform(0, 1)"}
            One step on ½θ·θ.
            ```
            ```solution
            step(θ, α) = θ - α * θ
            ```
            ```wrong {say="that climbs"}
            step(θ, α) = θ + α * θ
            ```
            """
        for (entry, found) in [
            ("step(x, a) = (1 - a) * x", "right"), ("step = (x, rate) -> x - rate * ∇(y -> ½ * (y · y))(x)", "right"),
            ("step(x, a) = x * (1 + a)", "that climbs"),
            ("step = 3", "unfit: step was to be a function, found a number"),
            ("step(x) = x", "unfit: step(x) takes 1 argument, found 2"),
        ] {
            #expect(summary(try judgement(of: entry, in: try walk(body))) == found, "\(entry)")
        }
        #expect(summary(try judgement(of: "step(x, a) = x", in: try walk(body))).hasPrefix("differs at θ, α: "))
    }

    @Test func `code is judged by the claims after it, and a misconception by how they fail`() throws {
        let body = """
            ```loop setup
            x₀ = 2
            ```
            ```exercise {#c kind=code name=x₁}
            One step of rate 0.1 on x².
            ```
            ```check
            claim x₁ == x₀ - 0.1 * 2x₀
            ```
            ```solution
            x₁ = 1.6
            ```
            ```wrong {say="that climbs"}
            x₁ = 2.4
            ```
            """
        for (entry, found) in [
            ("x_1 = 0.8 * x_0", "right"), ("x₁ = x₀ + 0.4", "that climbs"),
            ("x₁ = 0", "fails 1"), ("x₁ = nope", "unfit: unknown name nope"),
        ] {
            #expect(summary(try judgement(of: entry, in: try walk(body))) == found, "\(entry)")
        }
    }

    @Test func `judging leaves the session as it was, and sees the lesson's own names`() throws {
        let body = "```loop\nk = 3\n```\n```exercise {#v kind=value}\n2k?\n```\n```solution\n6\n```"
        let walk = try walk(body)
        try walk.session.run(Source(name: "[1]", text: "k = 100; mine = 2"))
        let (before, number) = (walk.session.state, walk.session.nextCellNumber)
        #expect(summary(try judgement(of: "answer = mine * k", in: walk)) == "right")
        #expect(walk.session.boundNames == ["k", "mine"])
        #expect(walk.session.state.namesThatDiffer(from: before) == [])
        #expect(walk.session.nextCellNumber == number)
    }
}
