import Testing

/// Exercises.
@Suite(.serialized) struct ExerciseScreens {
    static let transcripts = [
        Transcript(
            "an exercise", columns: 40,
            #"""
            [1] ▸ :learn ask

            Questions                    step 1 of 2
              A question

              Exercise
              What is twice x?

              │ y = x

              answer with a formula, or with y = … ·
              :hint · :solution · :skip
            [1] ▸ x + 3
              ✗ not yet, at x = 1.23612
              yours:  4.23612
              wanted: 2.47224
            [1] ▸ x * x
              ✗ not yet: that is the square, which
              is twice the number only where the
              number is two or nothing
            [1] ▸ :hint
              Hint 1 of 1
              Add it to itself.
            [1] ▸ :solution
              │ 2x

              Enter: go on with this · type anything
              to try it · :back · :skip
            [1] ▸ 2x
              ✓ right

              Enter: go on · type anything to try it
              · :back · :skip · :quit
            [1] ▸

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
            """#),
        Transcript(
            "an exercise", columns: 80,
            #"""
            [1] ▸ :learn ask

            Questions                                                            step 1 of 2
              A question

              Exercise
              What is twice x?

              │ y = x

                            answer with a formula, or with y = … · :hint · :solution · :skip
            [1] ▸ x + 3
              ✗ not yet, at x = 1.23612
              yours:  4.23612
              wanted: 2.47224
            [1] ▸ x * x
              ✗ not yet: that is the square, which is twice the number only where the number
              is two or nothing
            [1] ▸ :hint
              Hint 1 of 1
              Add it to itself.
            [1] ▸ :solution
              │ 2x

                            Enter: go on with this · type anything to try it · :back · :skip
            [1] ▸ 2x
              ✓ right

                              Enter: go on · type anything to try it · :back · :skip · :quit
            [1] ▸

            Another                                                              step 2 of 2

              Quiz
              Which of these gradients does a method of first order compute, and call the
              gradient at the start?

              a) ∇L₀(θ₀)
              b) ∇L₁(θ₁)

                                       answer with letters, like a or ac · :solution · :skip
            [1] ▸
            """#),
        Transcript(
            "an exercise", columns: 120,
            #"""
            [1] ▸ :learn ask

            Questions                                                                                step 1 of 2
              A question

              Exercise
              What is twice x?

              │ y = x

                                                answer with a formula, or with y = … · :hint · :solution · :skip
            [1] ▸ x + 3
              ✗ not yet, at x = 1.23612
              yours:  4.23612
              wanted: 2.47224
            [1] ▸ x * x
              ✗ not yet: that is the square, which is twice the number only where the number is two or nothing
            [1] ▸ :hint
              Hint 1 of 1
              Add it to itself.
            [1] ▸ :solution
              │ 2x

                                                Enter: go on with this · type anything to try it · :back · :skip
            [1] ▸ 2x
              ✓ right

                                                  Enter: go on · type anything to try it · :back · :skip · :quit
            [1] ▸

            Another                                                                                  step 2 of 2

              Quiz
              Which of these gradients does a method of first order compute, and call the gradient at the start?

              a) ∇L₀(θ₀)
              b) ∇L₁(θ₁)

                                                           answer with letters, like a or ac · :solution · :skip
            [1] ▸
            """#),
        Transcript(
            "a right answer, and the end of a lesson", columns: 80,
            #"""
            [1] ▸ :learn ask

            Questions                                                            step 1 of 2
              A question

              Exercise
              What is twice x?

              │ y = x

                            answer with a formula, or with y = … · :hint · :solution · :skip
            [1] ▸ y = x + x
              ✓ right
              the lesson's own answer, which it goes on with:
              │ 2x

                              Enter: go on · type anything to try it · :back · :skip · :quit
            [1] ▸

            Another                                                              step 2 of 2

              Quiz
              Which of these gradients does a method of first order compute, and call the
              gradient at the start?

              a) ∇L₀(θ₀)
              b) ∇L₁(θ₁)

                                       answer with letters, like a or ac · :solution · :skip
            [1] ▸ b
              ✓ b is right: and all the rest is dropped, which is of the order of α times a
                            Hessian

                              Enter: go on · type anything to try it · :back · :skip · :quit
            [1] ▸

            Questions: done.
            [1] ▸
            """#),
        Transcript(
            "a right answer, and the end of a lesson", columns: 120,
            #"""
            [1] ▸ :learn ask

            Questions                                                                                step 1 of 2
              A question

              Exercise
              What is twice x?

              │ y = x

                                                answer with a formula, or with y = … · :hint · :solution · :skip
            [1] ▸ y = x + x
              ✓ right
              the lesson's own answer, which it goes on with:
              │ 2x

                                                  Enter: go on · type anything to try it · :back · :skip · :quit
            [1] ▸

            Another                                                                                  step 2 of 2

              Quiz
              Which of these gradients does a method of first order compute, and call the gradient at the start?

              a) ∇L₀(θ₀)
              b) ∇L₁(θ₁)

                                                           answer with letters, like a or ac · :solution · :skip
            [1] ▸ b
              ✓ b is right: and all the rest is dropped, which is of the order of α times a Hessian

                                                  Enter: go on · type anything to try it · :back · :skip · :quit
            [1] ▸

            Questions: done.
            [1] ▸
            """#),
        Transcript(
            "an exercise in colour", columns: 80, color: true,
            #"""
            [1] ▸ :learn ask

            ‹1›Questions‹0›                                                            ‹2›step 1 of 2‹0›
              ‹1›A question‹0›

              ‹1›Exercise‹0›
              What is twice x?

              ‹2›│ ‹0›y = x

                            ‹2›answer with a formula, or with y = … · :hint · :solution · :skip‹0›
            [1] ▸ x * x
              ‹31›✗ not yet: that is the square, which is twice the number only where the number‹0›
              ‹31›is two or nothing‹0›
            [1] ▸ 2x
              ‹32›✓ right‹0›

                              ‹2›Enter: go on · type anything to try it · :back · :skip · :quit‹0›
            [1] ▸

            ‹1›Another‹0›                                                              ‹2›step 2 of 2‹0›

              ‹1›Quiz‹0›
              Which of these gradients does a method of first order compute, and call the
              gradient at the start?

              a) ∇L₀(θ₀)
              b) ∇L₁(θ₁)

                                       ‹2›answer with letters, like a or ac · :solution · :skip‹0›
            [1] ▸ a
              ‹31›✗ a is not:‹0› that one adapts
              ‹31›not yet: choose again‹0›
            [1] ▸ b
              ‹32›✓ b is right:‹0› and all the rest is dropped, which is of the order of α times a
                            Hessian

                              ‹2›Enter: go on · type anything to try it · :back · :skip · :quit‹0›
            [1] ▸
            """#),
        Transcript(
            "an exercise in ASCII", columns: 80, unicode: false,
            #"""
            [1]: :learn ask

            Questions                                                            step 1 of 2
              A question

              Exercise
              What is twice x?

              | y = x

                          answer with a formula, or with y = ... | :hint | :solution | :skip
            [1]: x * x
              not yet: that is the square, which is twice the number only where the number
              is two or nothing
            [1]: 2x
              ok: right

                              Enter: go on | type anything to try it | :back | :skip | :quit
            [1]:

            Another                                                              step 2 of 2

              Quiz
              Which of these gradients does a method of first order compute, and call the
              gradient at the start?

              a) grad L_0(theta_0)
              b) grad L_1(theta_1)

                                       answer with letters, like a or ac | :solution | :skip
            [1]: a
              a is not: that one adapts
              not yet: choose again
            [1]: b
              ok: b is right: and all the rest is dropped, which is of the order of alpha
                              times a Hessian

                              Enter: go on | type anything to try it | :back | :skip | :quit
            [1]:
            """#),
    ]

    @Test(arguments: transcripts)
    func `an exercise and its answers look as they should`(_ transcript: Transcript) throws {
        try transcript.expectSame()
    }
}
