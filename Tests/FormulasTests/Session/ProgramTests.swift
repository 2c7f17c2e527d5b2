import Programs
import Testing

@testable import Formulas

/// The program that a formula becomes.
struct ProgramTests {
    private func traced(_ setting: String, _ formula: String) throws -> Session.TracedFormula {
        let prompt = Prompt()
        try prompt.good(setting)
        return try prompt.session.trace(Source(name: "test", text: formula))
    }

    @Test func `what is read is an input, what is written a constant, and simplification leaves less to do`() throws {
        let traced = try traced("a = [1, 2]; f(x) = sum(a * x * x) + sum(a * x * x)", "∇f([3, 4])")
        // The argument, and a.
        #expect(traced.program.inputTypes.count == 2)
        #expect(traced.simplified.instructions.count < traced.program.instructions.count)
        #expect(traced.simplified.operationCount > 0)
        #expect(traced.memorySize > 0)
    }

    @Test func `a comprehension is a batch in it, not a loop`() throws {
        let one = try traced("W = [[1, 2], [3, 4]]; xs = [[1, 2], [2, 1], [0, 5]]", "[tanh(W @ x) for x in xs]")
        let many = try traced(
            "W = [[1, 2], [3, 4]]; xs = [[1, 2], [2, 1], [0, 5]]; xs = concat([xs, xs, xs])",
            "[tanh(W @ x) for x in xs]")
        #expect(one.simplified.instructions.count == many.simplified.instructions.count)
    }

    @Test(arguments: [
        ("x = 3", "x = 4", "a formula is traced"), ("x = 3", "print(x)", "no program"), ("x = 3", "sum", "no program"),
        ("", "y + 1", "unknown name y"),
    ])
    func `what is no formula of numbers is a diagnostic`(_ setting: String, _ formula: String, _ message: String) throws
    {
        let prompt = Prompt()
        if !setting.isEmpty { try prompt.good(setting) }
        let error = #expect(throws: Diagnostic.self) {
            try prompt.session.trace(Source(name: "test", text: formula))
        }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    }

    @Test func `every instruction comes from a part of the formula, a derivative's from what is derived`() throws {
        let traced = try traced(
            "W = [[1, 2], [3, 4]]; f(x) = sum(tanh(W @ x) * x)", "mean(∇f(x) for x in [[1, 2], [0, 1]])")
        let parts = traced.simplified.instructions.map { instruction in
            (instruction.primitive.name, instruction.origin.map { traced.spans[$0].text })
        }
        #expect(parts.allSatisfy { $0.1 != nil })
        let ofTanh = parts.filter { $0.1 == "tanh(W @ x)" }.map(\.0)
        #expect(ofTanh.contains("tanh") && ofTanh.count > 1, "\(parts)")
        // One product forwards, one backwards.
        #expect(parts.filter { $0 == ("matmul", "W @ x") }.count == 2, "\(parts)")
    }

    @Test func `a profile times each instruction of what is bound now`() throws {
        let traced = try traced("x = linspace(0, 1, 5000); y = 2", "sum(tanh(x) * y)")
        let profile = try traced.profile(seconds: 0.01)
        #expect(profile.runs > 0 && profile.duration > 0)
        #expect(profile.seconds.count == traced.simplified.instructions.count)
        for (instruction, seconds) in zip(traced.simplified.instructions, profile.seconds)
        where ["tanh", "sum"].contains(instruction.primitive.name) {
            #expect(seconds > 0)
        }
        #expect(profile.seconds.allSatisfy { $0 >= 0 })
    }

    @Test func `what fails when it runs is a diagnostic at the formula`() throws {
        let traced = try traced("A = [[1, 2], [2, 4]]", "solve(A, [1, 2]) + 1")
        #expect(throws: Diagnostic.self) { try traced.profile(seconds: 0.01) }
    }
}
