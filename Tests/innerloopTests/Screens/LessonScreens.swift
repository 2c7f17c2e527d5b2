import Testing

/// A first session: formulas, and a lesson to its end.
@Suite(.serialized) struct LessonScreens {
    static let transcripts = [
        Transcript(
            "a first session", columns: 40,
            #"""
            [1] ▸ f(x) = x³ - 2x
            [2] ▸ ∇f(3)
            25
            [3] ▸ ∇∇f(3)
            18
            [4] ▸ :learn maml

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
            [4] ▸

              Enter: go on · type anything to try it
              · :back · :skip · :quit
            [10] ▸

            The derivation of the gradient, with
            everything that a first-order method
            drops
                                         step 2 of 2

              │ ∇(θ -> L₁(step(θ)))(θ₀)
              │   == …

              Enter: run this step · type anything
              to try it · :back · :skip · :quit
            [10] ▸
              ∇(θ -> L₁(step(θ)))(θ₀)
                == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)
                  ✓ exactly   chain rule
                == (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)
                  ✓ exactly   ∂step = I − α∇²L₀, and
                              a Hessian is symmetric
                == ∇L₁(θ₁) + O(α)
                  ✓ order 1.00, coefficient
                    24.1868
                    FOMAML drops it

              Enter: go on · type anything to try it
              · :back · :skip · :quit
            [11] ▸ :check
              ∇(θ -> L₁(step(θ)))(θ₀)
                == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)
                  ✓ exactly   chain rule
                == (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)
                  ✓ exactly   ∂step = I − α∇²L₀, and
                              a Hessian is symmetric
                == ∇L₁(θ₁) + O(α)
                  ✓ order 1.00, coefficient
                    24.1868
                    FOMAML drops it
            3 claims, none fails
            [11] ▸

            MAML: the chain rule through the inner
            loop: done.
            [11] ▸
            """#),
        Transcript(
            "a first session", columns: 80,
            #"""
            [1] ▸ f(x) = x³ - 2x
            [2] ▸ ∇f(3)
            25
            [3] ▸ ∇∇f(3)
            18
            [4] ▸ :learn maml

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
            [4] ▸

                              Enter: go on · type anything to try it · :back · :skip · :quit
            [10] ▸

            The derivation of the gradient, with everything that a first-order method drops
                                                                                 step 2 of 2

              │ ∇(θ -> L₁(step(θ)))(θ₀)
              │   == …

                      Enter: run this step · type anything to try it · :back · :skip · :quit
            [10] ▸
              ∇(θ -> L₁(step(θ)))(θ₀)
                == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)       ✓ exactly   chain rule
                == (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)   ✓ exactly   ∂step = I − α∇²L₀, and a Hessian
                                                            is symmetric
                == ∇L₁(θ₁) + O(α)               ✓ order 1.00, coefficient 24.1868
                                                  FOMAML drops it

                              Enter: go on · type anything to try it · :back · :skip · :quit
            [11] ▸ :check
              ∇(θ -> L₁(step(θ)))(θ₀)
                == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)       ✓ exactly   chain rule
                == (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)   ✓ exactly   ∂step = I − α∇²L₀, and a Hessian
                                                            is symmetric
                == ∇L₁(θ₁) + O(α)               ✓ order 1.00, coefficient 24.1868
                                                  FOMAML drops it
            3 claims, none fails
            [11] ▸

            MAML: the chain rule through the inner loop: done.
            [11] ▸
            """#),
        Transcript(
            "a first session", columns: 120,
            #"""
            [1] ▸ f(x) = x³ - 2x
            [2] ▸ ∇f(3)
            25
            [3] ▸ ∇∇f(3)
            18
            [4] ▸ :learn maml

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
            [4] ▸

                                                  Enter: go on · type anything to try it · :back · :skip · :quit
            [10] ▸

            The derivation of the gradient, with everything that a first-order method drops          step 2 of 2

              │ ∇(θ -> L₁(step(θ)))(θ₀)
              │   == …

                                          Enter: run this step · type anything to try it · :back · :skip · :quit
            [10] ▸
              ∇(θ -> L₁(step(θ)))(θ₀)
                == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)       ✓ exactly   chain rule
                == (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)   ✓ exactly   ∂step = I − α∇²L₀, and a Hessian is symmetric
                == ∇L₁(θ₁) + O(α)               ✓ order 1.00, coefficient 24.1868   FOMAML drops it

                                                  Enter: go on · type anything to try it · :back · :skip · :quit
            [11] ▸ :check
              ∇(θ -> L₁(step(θ)))(θ₀)
                == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)       ✓ exactly   chain rule
                == (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)   ✓ exactly   ∂step = I − α∇²L₀, and a Hessian is symmetric
                == ∇L₁(θ₁) + O(α)               ✓ order 1.00, coefficient 24.1868   FOMAML drops it
            3 claims, none fails
            [11] ▸

            MAML: the chain rule through the inner loop: done.
            [11] ▸
            """#),
        Transcript(
            "a first session in colour", columns: 80, color: true,
            #"""
            [1] ▸ f(x) = x³ - 2x
            [2] ▸ ∇f(3)
            25
            [3] ▸ ∇∇f(3)
            18
            [4] ▸ :learn maml

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
            [4] ▸

                              ‹2›Enter: go on · type anything to try it · :back · :skip · :quit‹0›
            [10] ▸

            ‹1›The derivation of the gradient, with everything that a first-order method drops‹0›
                                                                                 ‹2›step 2 of 2‹0›

              ‹2›│ ‹0›‹1›∇‹0›(θ -> L₁(step(θ)))(θ₀)
              ‹2›│ ‹0›  ‹1›==‹0› …

                      ‹2›Enter: run this step · type anything to try it · :back · :skip · :quit‹0›
            [10] ▸
              ‹36›∇(θ -> L₁(step(θ)))(θ₀)‹0›
                ‹36›== (∂step(θ₀))ᵀ @ ∇L₁(θ₁)‹0›       ‹32›✓ exactly‹0›   ‹2›chain rule‹0›
                ‹36›== (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)‹0›   ‹32›✓ exactly‹0›   ‹2›∂step = I − α∇²L₀, and a Hessian‹0›
                                                            ‹2›is symmetric‹0›
                ‹36›== ∇L₁(θ₁) + O(α)‹0›               ‹32›✓ order 1.00, coefficient 24.1868‹0›
                                                  ‹2›FOMAML drops it‹0›

                              ‹2›Enter: go on · type anything to try it · :back · :skip · :quit‹0›
            [11] ▸ :check
              ‹36›∇(θ -> L₁(step(θ)))(θ₀)‹0›
                ‹36›== (∂step(θ₀))ᵀ @ ∇L₁(θ₁)‹0›       ‹32›✓ exactly‹0›   ‹2›chain rule‹0›
                ‹36›== (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)‹0›   ‹32›✓ exactly‹0›   ‹2›∂step = I − α∇²L₀, and a Hessian‹0›
                                                            ‹2›is symmetric‹0›
                ‹36›== ∇L₁(θ₁) + O(α)‹0›               ‹32›✓ order 1.00, coefficient 24.1868‹0›
                                                  ‹2›FOMAML drops it‹0›
            3 claims, none fails
            [11] ▸

            ‹1›MAML: the chain rule through the inner loop: done.‹0›
            [11] ▸
            """#),
        Transcript(
            "a first session in ASCII", columns: 80, unicode: false,
            #"""
            [1]: f(x) = x^3 - 2x
            [2]: grad(f)(3)
            25
            [3]: grad(grad(f))(3)
            18
            [4]: :learn maml

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
            [4]:

                              Enter: go on | type anything to try it | :back | :skip | :quit
            [10]:

            The derivation of the gradient, with everything that a first-order method drops
                                                                                 step 2 of 2

              | grad(theta -> L_1(step(theta)))(theta_0)
              |   == ...

                      Enter: run this step | type anything to try it | :back | :skip | :quit
            [10]:
              grad(theta -> L_1(step(theta)))(theta_0)
                == (dstep(theta_0))^T @ grad L_1(theta_1)
                  ok: exactly   chain rule
                == (I - alpha*grad^2L_0(theta_0)) @ grad L_1(theta_1)
                  ok: exactly   dstep = I - alpha grad^2L_0, and a Hessian is symmetric
                == grad L_1(theta_1) + O(alpha)
                  ok: order 1.00, coefficient 24.1868   FOMAML drops it

                              Enter: go on | type anything to try it | :back | :skip | :quit
            [11]: :check
              grad(theta -> L_1(step(theta)))(theta_0)
                == (dstep(theta_0))^T @ grad L_1(theta_1)
                  ok: exactly   chain rule
                == (I - alpha*grad^2L_0(theta_0)) @ grad L_1(theta_1)
                  ok: exactly   dstep = I - alpha grad^2L_0, and a Hessian is symmetric
                == grad L_1(theta_1) + O(alpha)
                  ok: order 1.00, coefficient 24.1868   FOMAML drops it
            3 claims, none fails
            [11]:

            MAML: the chain rule through the inner loop: done.
            [11]:
            """#),
    ]

    @Test(arguments: transcripts)
    func `a first session looks as it should`(_ transcript: Transcript) throws {
        try transcript.expectSame()
    }
}
