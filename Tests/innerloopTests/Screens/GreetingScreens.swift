import Testing

/// What a reader sees first.
@Suite(.serialized) struct GreetingScreens {
    static let transcripts = [
        Transcript(
            "the greeting", columns: 40, greets: true,
            #"""
            InnerLoop 0.1.0
            2 lessons
            :help for help, :lessons for the list

            [1] ▸
            """#),
        Transcript(
            "the greeting", columns: 80, greets: true,
            #"""
            InnerLoop 0.1.0 · 2 lessons · :help for help, :lessons for the list

            [1] ▸
            """#),
        Transcript(
            "the greeting", columns: 120, greets: true,
            #"""
            InnerLoop 0.1.0 · 2 lessons · :help for help, :lessons for the list

            [1] ▸
            """#),
        Transcript(
            "two times Enter leads from the greeting into the first lesson", columns: 80, greets: true,
            #"""
            InnerLoop 0.1.0 · 2 lessons · :help for help, :lessons for the list

            [1] ▸
            Enter again opens the lesson 'maml'
            [1] ▸

            MAML: the chain rule through the inner loop                 step 1 of 2 · 12 min
              Learn, then be judged

              A task gives us two small sets: one to adapt on, one to be judged by. Each has
              a loss:

                  θ₁ = θ₀ − α∇L₀(θ₀)

              │ L₀(θ) = sum((θ - [1, 2])²) + θ[0]² * θ[1]
              │ L₁(θ) = sum((θ - [3, 1])²)
              │ θ₀ = [0.5, 1.5]
              │ α = 1/64
              │ step(θ) = θ - α * ∇L₀(θ)
              │ θ₁ = step(θ₀)

                      Enter: run this step · type anything to try it · :back · :skip · :quit
            [1] ▸
            """#),
        Transcript(
            "Enter offers no lesson once something was typed", columns: 40,
            #"""
            [1] ▸ 1 + 1
            2
            [2] ▸
            [2] ▸
            [2] ▸
            """#),
    ]

    @Test(arguments: transcripts)
    func `the greeting is as it should be`(_ transcript: Transcript) throws {
        try transcript.expectSame()
    }
}
