import Testing

/// Quizzes.
@Suite(.serialized) struct QuizScreens {
    static let transcripts = [
        Transcript(
            "a quiz", columns: 40,
            #"""
            [1] ▸ :learn ask

            Questions                    step 1 of 2
              A question

              Exercise
              What is twice x?

              │ y = x

              answer with a formula, or with y = … ·
              :hint · :solution · :skip
            [1] ▸ :skip

            Another                      step 2 of 2

              Quiz
              Which of these gradients does a method
              of first order compute, and call the
              gradient at the start?

              a) ∇L₀(θ₀)
              b) ∇L₁(θ₁)

              answer with letters, like a or ac ·
              :solution · :skip
            [1] ▸
              answer with letters, like a or ac;
              :solution shows which are right, :skip
              leaves the step
            [1] ▸ a
              ✗ a is not: that one adapts
              not yet: choose again
            [1] ▸ :solution
              ✓ b is right: and all the rest is
                            dropped, which is of the
                            order of α times a
                            Hessian

              Enter: go on with this · type anything
              to try it · :back · :skip
            [1] ▸
            """#),
        Transcript(
            "a quiz", columns: 80,
            #"""
            [1] ▸ :learn ask

            Questions                                                            step 1 of 2
              A question

              Exercise
              What is twice x?

              │ y = x

                            answer with a formula, or with y = … · :hint · :solution · :skip
            [1] ▸ :skip

            Another                                                              step 2 of 2

              Quiz
              Which of these gradients does a method of first order compute, and call the
              gradient at the start?

              a) ∇L₀(θ₀)
              b) ∇L₁(θ₁)

                                       answer with letters, like a or ac · :solution · :skip
            [1] ▸
              answer with letters, like a or ac; :solution shows which are right, :skip
              leaves the step
            [1] ▸ a
              ✗ a is not: that one adapts
              not yet: choose again
            [1] ▸ :solution
              ✓ b is right: and all the rest is dropped, which is of the order of α times a
                            Hessian

                            Enter: go on with this · type anything to try it · :back · :skip
            [1] ▸
            """#),
    ]

    @Test(arguments: transcripts)
    func `a quiz and its answers look as they should`(_ transcript: Transcript) throws {
        try transcript.expectSame()
    }
}
