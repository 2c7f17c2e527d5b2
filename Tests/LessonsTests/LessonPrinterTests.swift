import Formulas
import Testing

@testable import Lessons
import Typography

@Suite struct LessonPrinterTests {
    private let derivation = [
        ClaimLine(
            text: "== (∂step(θ₀))ᵀ @ ∇L₁(θ₁)", holds: true, summary: "3e-16", reason: "chain rule",
            chainStart: "∇(θ -> L₁(step(θ)))(θ₀)"),
        ClaimLine(
            text: "== (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)", holds: true, summary: "2e-16",
            reason: "∂step = I − α∇²L₀, and a Hessian is symmetric"),
        ClaimLine(
            text: "== ∇L₁(θ₁) + O(α)", holds: true, summary: "order 1.00, coefficient −H₀g₁",
            reason: "drop the second derivatives: FOMAML"),
    ]

    @Test func `a derivation's marks stand in a column`() {
        let wanted = """
              ∇(θ -> L₁(step(θ)))(θ₀)
                == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)       ✓ 3e-16   chain rule
                == (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)   ✓ 2e-16   ∂step = I − α∇²L₀, and a Hessian is symmetric
                == ∇L₁(θ₁) + O(α)               ✓ order 1.00, coefficient −H₀g₁   drop the second derivatives: FOMAML
            """
        #expect(LessonPrinter(width: 110, usesColour: false).lines(of: derivation).joined(separator: "\n") == wanted)
    }

    @Test func `where reasons do not fit they wrap beside the marks`() {
        let wanted = """
              ∇(θ -> L₁(step(θ)))(θ₀)
                == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)       ✓ 3e-16   chain rule
                == (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)   ✓ 2e-16   ∂step = I − α∇²L₀, and a Hessian
                                                          is symmetric
                == ∇L₁(θ₁) + O(α)               ✓ order 1.00, coefficient −H₀g₁
                                                  drop the second derivatives: FOMAML
            """
        #expect(LessonPrinter(width: 80, usesColour: false).lines(of: derivation).joined(separator: "\n") == wanted)
    }

    @Test func `on a narrow screen each mark stands under its line`() {
        let wanted = """
              ∇(θ -> L₁(step(θ)))(θ₀)
                == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)
                  ✓ 3e-16   chain rule
                == (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)
                  ✓ 2e-16   ∂step = I − α∇²L₀, and a
                            Hessian is symmetric
                == ∇L₁(θ₁) + O(α)
                  ✓ order 1.00, coefficient −H₀g₁
                    drop the second derivatives:
                    FOMAML
            """
        #expect(LessonPrinter(width: 40, usesColour: false).lines(of: derivation).joined(separator: "\n") == wanted)
    }

    @Test(arguments: [20, 28, 40, 56, 80])
    func `no line of a derivation is wider than the screen`(width: Int) {
        for line in LessonPrinter(width: width, usesColour: false).lines(of: derivation) {
            #expect(DisplayWidth.of(line) <= width, "\(line)")
        }
    }

    @Test func `a claim that fails says so in words, with its details`() {
        let claims = [
            ClaimLine(text: "claim a == b", holds: true, summary: "0"),
            ClaimLine(text: "claim a == c", holds: false, summary: "0.5", details: ["left: 1", "right: 2"]),
        ]
        let wanted = """
              claim a == b   ✓ 0
              claim a == c   ✗ fails 0.5
                  left: 1
                  right: 2
            """
        #expect(LessonPrinter(width: 60, usesColour: false).lines(of: claims).joined(separator: "\n") == wanted)
    }

    @Test func `the first step's line has the lesson's title and its place at the right`() throws {
        let text = "---\n{format: 1, id: t, title: 'MAML: the chain rule', minutes: 12}\n---\n## One\n## Two\n"
        let lesson = try #require(LessonReader.read(bytes: Array(text.utf8), name: "t.md").lesson)
        let printer = LessonPrinter(width: 60, usesColour: false)
        let first = printer.title(of: lesson, step: 0)
        #expect(first == ["MAML: the chain rule                    step 1 of 2 · 12 min", "  One"])
        #expect(DisplayWidth.of(first[0]) == 60)
        #expect(printer.title(of: lesson, step: 1) == ["Two                                              step 2 of 2"])
        #expect(
            LessonPrinter(width: 24, usesColour: false).title(of: lesson, step: 0)
                == ["MAML: the chain rule", "    step 1 of 2 · 12 min", "  One"])
    }

    @Test func `code stands behind its gutter, and a derivation shows where it begins`() throws {
        let text = "## A\n\nProse.\n\n```loop\nx = 1\n```\n\n```derivation\na\n  == b -- why\n```\n"
        let lesson = try #require(reading(text).lesson)
        let lines = LessonPrinter(width: 40, usesColour: false).lines(of: lesson.steps[0].blocks)
        #expect(lines == ["  Prose.", "", "  │ x = 1", "", "  │ a", "  │   == …"])
    }
}
