import Testing

/// The lists of lessons and of steps, and how much is done.
@Suite(.serialized) struct ListScreens {
    static let transcripts = [
        Transcript(
            "lists of lessons and steps", columns: 40,
            #"""
            [1] ▸ :lessons
              maml   MAML: the chain rule through
                     the inner loop · 12 min
              ask    Questions
            [1] ▸ :learn maml

            MAML: the chain rule through the inner
            loop
                                step 1 of 2 · 12 min
              Learn, then be judged

              A task gives us two small sets: one to
              adapt on, one to be judged by. Each
              has a loss:

                  θ₁ = θ₀ − α∇L₀(θ₀)

              │ L₀(θ) = sum((θ - [1, 2])²) + θ[0]² *
              │     θ[1]
              │ L₁(θ) = sum((θ - [3, 1])²)
              │ θ₀ = [0.5, 1.5]
              │ α = 1/64
              │ step(θ) = θ - α * ∇L₀(θ)
              │ θ₁ = step(θ₀)

              Enter: run this step · type anything
              to try it · :back · :skip · :quit
            [1] ▸

              Enter: go on · type anything to try it
              · :back · :skip · :quit
            [7] ▸ :toc
            ▸ 1  Learn, then be judged (here) ✓ done
              2  The derivation of the gradient,
                 with everything that a first-order
                 method drops
            [7] ▸

            The derivation of the gradient, with
            everything that a first-order method
            drops
                                         step 2 of 2

              │ ∇(θ -> L₁(step(θ)))(θ₀)
              │   == …

              Enter: run this step · type anything
              to try it · :back · :skip · :quit
            [7] ▸ :progress
              maml   1 of 2 steps    50 %
              ask    0 of 2 steps     0 %
            [7] ▸ :lessons
              maml   MAML: the chain rule through
                     the inner loop · 12 min
              ask    Questions
            [7] ▸ :toc
              1  Learn, then be judged  ✓ done
            ▸ 2  The derivation of the gradient,
                 with everything that a first-order
                 method drops (here)
            [7] ▸
            """#),
        Transcript(
            "lists of lessons and steps", columns: 80,
            #"""
            [1] ▸ :lessons
              maml   MAML: the chain rule through the inner loop · 12 min
              ask    Questions
            [1] ▸ :learn maml

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

                              Enter: go on · type anything to try it · :back · :skip · :quit
            [7] ▸ :toc
            ▸ 1  Learn, then be judged (here)  ✓ done
              2  The derivation of the gradient, with everything that a first-order method
                 drops
            [7] ▸

            The derivation of the gradient, with everything that a first-order method drops
                                                                                 step 2 of 2

              │ ∇(θ -> L₁(step(θ)))(θ₀)
              │   == …

                      Enter: run this step · type anything to try it · :back · :skip · :quit
            [7] ▸ :progress
              maml   1 of 2 steps    50 %
              ask    0 of 2 steps     0 %
            [7] ▸ :lessons
              maml   MAML: the chain rule through the inner loop · 12 min
              ask    Questions
            [7] ▸ :toc
              1  Learn, then be judged  ✓ done
            ▸ 2  The derivation of the gradient, with everything that a first-order method
                 drops (here)
            [7] ▸
            """#),
        Transcript(
            "lists of lessons and steps", columns: 120,
            #"""
            [1] ▸ :lessons
              maml   MAML: the chain rule through the inner loop · 12 min
              ask    Questions
            [1] ▸ :learn maml

            MAML: the chain rule through the inner loop                                     step 1 of 2 · 12 min
              Learn, then be judged

              A task gives us two small sets: one to adapt on, one to be judged by. Each has a loss:

                  θ₁ = θ₀ − α∇L₀(θ₀)

              │ L₀(θ) = sum((θ - [1, 2])²) + θ[0]² * θ[1]
              │ L₁(θ) = sum((θ - [3, 1])²)
              │ θ₀ = [0.5, 1.5]
              │ α = 1/64
              │ step(θ) = θ - α * ∇L₀(θ)
              │ θ₁ = step(θ₀)

                                          Enter: run this step · type anything to try it · :back · :skip · :quit
            [1] ▸

                                                  Enter: go on · type anything to try it · :back · :skip · :quit
            [7] ▸ :toc
            ▸ 1  Learn, then be judged (here)  ✓ done
              2  The derivation of the gradient, with everything that a first-order method drops
            [7] ▸

            The derivation of the gradient, with everything that a first-order method drops          step 2 of 2

              │ ∇(θ -> L₁(step(θ)))(θ₀)
              │   == …

                                          Enter: run this step · type anything to try it · :back · :skip · :quit
            [7] ▸ :progress
              maml   1 of 2 steps    50 %
              ask    0 of 2 steps     0 %
            [7] ▸ :lessons
              maml   MAML: the chain rule through the inner loop · 12 min
              ask    Questions
            [7] ▸ :toc
              1  Learn, then be judged  ✓ done
            ▸ 2  The derivation of the gradient, with everything that a first-order method drops (here)
            [7] ▸
            """#),
        Transcript(
            "lists in colour", columns: 80, color: true,
            #"""
            [1] ▸ :learn maml

            ‹1›MAML: the chain rule through the inner loop‹0›                 ‹2›step 1 of 2 · 12 min‹0›
              ‹1›Learn, then be judged‹0›

              A task gives us two small sets: one to adapt on, one to be judged by. Each has
              a loss:

                  θ₁ = θ₀ − α∇L₀(θ₀)

              ‹2›│ ‹0›L₀(θ) = ‹36›sum‹0›((θ - [‹35›1‹0›, ‹35›2‹0›])²) + θ[‹35›0‹0›]² * θ[‹35›1‹0›]
              ‹2›│ ‹0›L₁(θ) = ‹36›sum‹0›((θ - [‹35›3‹0›, ‹35›1‹0›])²)
              ‹2›│ ‹0›θ₀ = [‹35›0.5‹0›, ‹35›1.5‹0›]
              ‹2›│ ‹0›α = ‹35›1‹0›/‹35›64‹0›
              ‹2›│ ‹0›step(θ) = θ - α * ‹1›∇‹0›L₀(θ)
              ‹2›│ ‹0›θ₁ = step(θ₀)

                      ‹2›Enter: run this step · type anything to try it · :back · :skip · :quit‹0›
            [1] ▸

                              ‹2›Enter: go on · type anything to try it · :back · :skip · :quit‹0›
            [7] ▸

            ‹1›The derivation of the gradient, with everything that a first-order method drops‹0›
                                                                                 ‹2›step 2 of 2‹0›

              ‹2›│ ‹0›‹1›∇‹0›(θ -> L₁(step(θ)))(θ₀)
              ‹2›│ ‹0›  ‹1›==‹0› …

                      ‹2›Enter: run this step · type anything to try it · :back · :skip · :quit‹0›
            [7] ▸ :toc
              1  Learn, then be judged  ‹32›✓ done‹0›
            ▸ 2  The derivation of the gradient, with everything that a first-order method
                 drops (here)
            [7] ▸ :progress
              maml   1 of 2 steps    50 %
              ask    0 of 2 steps     0 %
            [7] ▸
            """#),
        Transcript(
            "lists in ASCII", columns: 80, unicode: false,
            #"""
            [1]: :learn maml

            MAML: the chain rule through the inner loop                 step 1 of 2 | 12 min
              Learn, then be judged

              A task gives us two small sets: one to adapt on, one to be judged by. Each has
              a loss:

                  theta_1 = theta_0 - alpha grad L_0(theta_0)

              | L_0(theta) = sum((theta - [1, 2])^2) + theta[0]^2 * theta[1]
              | L_1(theta) = sum((theta - [3, 1])^2)
              | theta_0 = [0.5, 1.5]
              | alpha = 1/64
              | step(theta) = theta - alpha * grad L_0(theta)
              | theta_1 = step(theta_0)

                      Enter: run this step | type anything to try it | :back | :skip | :quit
            [1]:

                              Enter: go on | type anything to try it | :back | :skip | :quit
            [7]:

            The derivation of the gradient, with everything that a first-order method drops
                                                                                 step 2 of 2

              | grad(theta -> L_1(step(theta)))(theta_0)
              |   == ...

                      Enter: run this step | type anything to try it | :back | :skip | :quit
            [7]: :toc
              1  Learn, then be judged  done
            > 2  The derivation of the gradient, with everything that a first-order method
                 drops (here)
            [7]: :progress
              maml   1 of 2 steps    50 %
              ask    0 of 2 steps     0 %
            [7]: :lessons
              maml   MAML: the chain rule through the inner loop | 12 min
              ask    Questions
            [7]:
            """#),
    ]

    @Test(arguments: transcripts)
    func `lessons and steps are listed with what is done`(_ transcript: Transcript) throws {
        try transcript.expectSame()
    }
}
