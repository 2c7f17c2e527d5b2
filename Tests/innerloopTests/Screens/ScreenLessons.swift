import Lessons
import TemporaryFolders

/// Two short lessons that have one of everything.
enum ScreenLessons {
    static func library() throws -> LessonLibrary {
        let folder = try TemporaryFolder()
        try folder.write(maml, to: "01-maml.md")
        try folder.write(ask, to: "02-ask.md")
        return LessonLibrary(candidates: [folder.path])
    }

    private static let maml = #"""
        ---
        {format: 1, id: maml, title: "MAML: the chain rule through the inner loop", minutes: 12, seed: 1}
        ---

        ## Learn, then be judged

        A task gives us two small sets: one to adapt on, one to be judged by. Each has a loss:

        $$\theta_1 = \theta_0 - \alpha \nabla L_0(\theta_0)$$

        ```loop
        L₀(θ) = sum((θ - [1, 2])²) + θ[0]² * θ[1]
        L₁(θ) = sum((θ - [3, 1])²)
        θ₀ = [0.5, 1.5]
        α = 1/64
        step(θ) = θ - α * ∇L₀(θ)
        θ₁ = step(θ₀)
        ```

        ## The derivation of the gradient, with everything that a first-order method drops

        ```derivation
        ∇(θ -> L₁(step(θ)))(θ₀)
          == (∂step(θ₀))ᵀ @ ∇L₁(θ₁)          -- chain rule
          == (I - α*∇²L₀(θ₀)) @ ∇L₁(θ₁)      -- ∂step = I − α∇²L₀, and a Hessian is symmetric
          == ∇L₁(θ₁) + O(α)                   -- FOMAML drops it
        ```
        """#

    private static let ask = #"""
        ---
        {format: 1, id: ask, title: Questions}
        ---

        ## A question

        ```exercise {#double kind=expr name=y vars="x ~ uniform(1, 2)"}
        What is twice $x$?
        ```

        ```starter
        y = x
        ```

        ```hint
        Add it to itself.
        ```

        ```solution
        2x
        ```

        ```wrong {say="that is the square, which is twice the number only where the number is two or nothing"}
        x²
        ```

        ## Another

        ```quiz
        Which of these gradients does a method of first order compute, and call the gradient at the start?

        - [ ] $\nabla L_0(\theta_0)$ :: that one adapts
        - [x] $\nabla L_1(\theta_1)$ :: and all the rest is dropped, which is of the order of $\alpha$ times a Hessian
        ```
        """#
}
