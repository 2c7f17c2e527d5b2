import Testing

@testable import Lessons
import Typography

@Suite struct MarkdownRendererTests {
    private let text = #"""
        ## A

        A task gives us *two* small sets, with **rates** $\alpha$ and $\theta_0$; `x = 1` and ~~not~~ a [page](https://e.org).

        ### What a step does

        $$\begin{aligned} \theta_1 &= \theta_0 - \alpha\nabla L_0(\theta_0) \\ &\approx \theta_0 \end{aligned}$$

        1. one item that is long enough to be wrapped at eighty columns, and so it goes on and on
        2. two
           - inner

        > A quotation, *too*, of some length, which has to be wrapped where the screen is narrow.

        | name | value in $\mathbb{R}$ |
        |:-----|------:|
        | a long name for a thing | 1.5 |
        | 元学习 | −12 |

        ```
        as it stands
        ```

        ---
        """#

    private func render(_ text: String, width: Int, usesColour: Bool = false) throws -> [String] {
        let lesson = try #require(reading(text).lesson)
        guard case .prose(let prose) = lesson.steps[0].blocks.first else { return [] }
        return MarkdownRenderer(width: width, usesColour: usesColour, indent: 2).lines(prose.blocks)
    }

    @Test func `prose at 80 columns`() throws {
        let wanted = """
              A task gives us *two* small sets, with **rates** α and θ₀; `x = 1` and ~~not~~
              a page (https://e.org).

              What a step does
              ----------------

                  θ₁ = θ₀ − α∇L₀(θ₀)
                     ≈ θ₀

              1. one item that is long enough to be wrapped at eighty columns, and so it
                 goes on and on
              2. two
                 • inner

              > A quotation, *too*, of some length, which has to be wrapped where the screen
              > is narrow.

              name                     value in ℝ
              ───────────────────────────────────
              a long name for a thing         1.5
              元学习                          −12

              │ as it stands

              ────────────────────
            """
        #expect(
            try render(text, width: 80)
                == wanted.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

    @Test func `prose at 40 columns`() throws {
        let wanted = """
              A task gives us *two* small sets, with
              **rates** α and θ₀; `x = 1` and
              ~~not~~ a page (https://e.org).

              What a step does
              ----------------

                  θ₁ = θ₀ − α∇L₀(θ₀)
                     ≈ θ₀

              1. one item that is long enough to be
                 wrapped at eighty columns, and so
                 it goes on and on
              2. two
                 • inner

              > A quotation, *too*, of some length,
              > which has to be wrapped where the
              > screen is narrow.

              name                     value in ℝ
              ───────────────────────────────────
              a long name for a thing         1.5
              元学习                          −12

              │ as it stands

              ────────────────────
            """
        #expect(
            try render(text, width: 40)
                == wanted.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

    @Test(arguments: [20, 24, 30, 40, 60, 80, 200])
    func `no line is wider than the screen`(width: Int) throws {
        for line in try render(text, width: width) { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    }

    @Test func `without colour the text is pure, and with it the same words stand there`() throws {
        let plain = try render(text, width: 60).joined()
        #expect(!plain.contains("\u{1B}"))
        let coloured = try render("## A\n\nSo *it* is `x`.\n", width: 60, usesColour: true)
        #expect(coloured == ["  So \u{1B}[3mit\u{1B}[0m is \u{1B}[36mx\u{1B}[0m."])
    }

    @Test func `control characters of a file do not reach the terminal`() throws {
        let lines = try render("## A\n\na\u{1B}[31mb `c\u{7}`\n\n```\nd\u{1B}]0;t\u{7}\n```\n", width: 60)
        #expect(lines == ["  a [31mb `c `", "", "  │ d ]0;t "].map { $0.trimmedEnd() })
    }

    @Test func `control characters of a displayed formula do not reach the terminal`() throws {
        let lines = try render("## A\n\n$$a\u{1B}[2J + \\big\u{14})$$\n", width: 60)
        #expect(lines == ["      a[2J + )"])
    }

    @Test func `comments are the author's own`() throws {
        #expect(try render("## A\n\n<!-- not shown -->\n\nShown.<!-- nor this -->\n", width: 60) == ["  Shown."])
    }
}
