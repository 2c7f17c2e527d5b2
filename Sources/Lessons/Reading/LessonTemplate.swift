/// A lesson for an author to begin with: it has one of everything, and passes the check as it stands.
public enum LessonTemplate {
    /// The bytes of a lesson with this id; nil where it can be none.
    public static func text(id: String) -> String? {
        guard Identifier.isValid(id), id.contains(where: \.isLowercase) else { return nil }
        let words = id.split { "-_".contains($0) }.joined(separator: " ")
        let title = words.prefix(1).uppercased() + words.dropFirst()
        return """
            ---
            format: 1
            id: "\(id)"
            title: "\(title)"
            requires: []
            minutes: 10
            seed: 1
            time-limit: 20
            sources:
              - "the paper, and the section of it"
            lang: en
            ---

            ## A number that can be checked by hand

            Say what it is about, in a sentence or two, and ask for a prediction before anything runs.

            ```loop
            loss(x) = (x - 3)²
            x₀ = 1
            ∇loss(x₀)
            ```

            ```output
            -4
            ```

            By hand: $2(x - 3)$ at $x = 1$ is $-4$.

            ## Your turn

            ```exercise {#step kind=expr vars="x ~ uniform(-5, 5), α ~ uniform(0, 0.5)"}
            One gradient step of size $\\alpha$ on `loss` leads from $x$ where?
            ```

            ```starter
            answer = x
            ```

            ```hint
            A step of gradient *descent* goes against the slope.
            ```

            ```solution
            x - α * 2(x - 3)
            ```

            ```wrong {say="that climbs: descent subtracts the gradient"}
            x + α * 2(x - 3)
            ```

            ```quiz
            At which $\\alpha$ does one step land on the minimum?

            - [ ] at 1 :: it jumps over the minimum, to the point as far away on the other side.
            - [x] at ½ :: the step is then $x - (x - 3) = 3$, from everywhere.
            ```

            ## What was to be shown

            ```loop
            claim ∇loss(x₀) == 2(x₀ - 3)
            ```

            ```derivation
            loss(x₀ - 0.1 * ∇loss(x₀))
              == 0.64 * loss(x₀)            -- the distance shrinks by 1 − 2α = 0.8
            ```

            ## Break it

            What happens with a step that is too large?

            ```loop
            refute loss(x₀ - 2 * ∇loss(x₀)) < loss(x₀)
            ```

            """
    }
}
