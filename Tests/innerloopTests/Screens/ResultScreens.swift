import Testing

/// What formulas give: values, claims, diagnostics, figures.
@Suite(.serialized) struct ResultScreens {
    static let transcripts = [
        Transcript(
            "values and bindings", columns: 40,
            #"""
            [1] ▸ θ = [1, 2, 3]
            [2] ▸ {weights: [[1, 2], [3, 4]], bias: [0.5, 0.25]}
              weights  [[1, 2],
                        [3, 4]]
              bias     [0.5, 0.25]
            [3] ▸ [[1, 2.5], [3, 400]]
            [[  1, 2.5],
             [  3, 400]]
            [4] ▸ zeros(30)
            [0, 0, 0, …, 0, 0, 0]   [30]
            [5] ▸ f(θ) = sum(θ²)
            [6] ▸ :vars
            f  a function     f(θ)
            θ  a vector of 3  [1, 2, 3]
            [6] ▸
            """#),
        Transcript(
            "values and bindings", columns: 80,
            #"""
            [1] ▸ θ = [1, 2, 3]
            [2] ▸ {weights: [[1, 2], [3, 4]], bias: [0.5, 0.25]}
              weights  [[1, 2],
                        [3, 4]]
              bias     [0.5, 0.25]
            [3] ▸ [[1, 2.5], [3, 400]]
            [[  1, 2.5],
             [  3, 400]]
            [4] ▸ zeros(30)
            [0, 0, 0, …, 0, 0, 0]   [30]
            [5] ▸ f(θ) = sum(θ²)
            [6] ▸ :vars
            f  a function     f(θ)
            θ  a vector of 3  [1, 2, 3]
            [6] ▸
            """#),
        Transcript(
            "values and bindings", columns: 120,
            #"""
            [1] ▸ θ = [1, 2, 3]
            [2] ▸ {weights: [[1, 2], [3, 4]], bias: [0.5, 0.25]}
              weights  [[1, 2],
                        [3, 4]]
              bias     [0.5, 0.25]
            [3] ▸ [[1, 2.5], [3, 400]]
            [[  1, 2.5],
             [  3, 400]]
            [4] ▸ zeros(30)
            [0, 0, 0, …, 0, 0, 0]   [30]
            [5] ▸ f(θ) = sum(θ²)
            [6] ▸ :vars
            f  a function     f(θ)
            θ  a vector of 3  [1, 2, 3]
            [6] ▸
            """#),
        Transcript(
            "claims and diagnostics", columns: 40,
            #"""
            [1] ▸ claim 1 == 2
              claim 1 == 2
                ✗ fails 5e-01
                  left:  1
                  right: 2
                  1 and 2, apart by 5e-01; below
                    1e-09 was wanted
            [2] ▸ claim 0.1 + 0.2 + 0 * sum([1, 2, 3]) == 0.3
              claim 0.1 + 0.2 + 0 * sum([1, 2,
                  3]) == 0.3
                ✓ 2e-16
            [3] ▸ 1 + unknown_name
            [3]:1:5: error: unknown name
              unknown_name
                1 │ 1 + unknown_name
                  │     ^^^^^^^^^^^^
                  = help: a name is bound with
                          unknown_name = …
            [4] ▸ [1, 2] + [1, 2, 3]
            [4]:1:1: error: shapes [2] and [3] do
              not fit for +
                1 │ [1, 2] + [1, 2, 3]
                  │ ^^^^^^^^^^^^^^^^^^
                  = help: aligned right, sizes
                          must be equal or 1; here 2
                          meets 3
                  = see :help tensors
            [5] ▸ f(x) = (1 +
                ⋮ ))
            [5]:2:1: error: found `)`, wanted an
              expression
                2 │ ))
                  │ ^
            [5] ▸
            """#),
        Transcript(
            "claims and diagnostics", columns: 80,
            #"""
            [1] ▸ claim 1 == 2
              claim 1 == 2   ✗ fails 5e-01
                  left:  1
                  right: 2
                  1 and 2, apart by 5e-01; below 1e-09 was wanted
            [2] ▸ claim 0.1 + 0.2 + 0 * sum([1, 2, 3]) == 0.3
              claim 0.1 + 0.2 + 0 * sum([1, 2, 3]) == 0.3   ✓ 2e-16
            [3] ▸ 1 + unknown_name
            [3]:1:5: error: unknown name unknown_name
                1 │ 1 + unknown_name
                  │     ^^^^^^^^^^^^
                  = help: a name is bound with unknown_name = …
            [4] ▸ [1, 2] + [1, 2, 3]
            [4]:1:1: error: shapes [2] and [3] do not fit for +
                1 │ [1, 2] + [1, 2, 3]
                  │ ^^^^^^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 2 meets 3
                  = see :help tensors
            [5] ▸ f(x) = (1 +
                ⋮ ))
            [5]:2:1: error: found `)`, wanted an expression
                2 │ ))
                  │ ^
            [5] ▸
            """#),
        Transcript(
            "claims and diagnostics", columns: 120,
            #"""
            [1] ▸ claim 1 == 2
              claim 1 == 2   ✗ fails 5e-01
                  left:  1
                  right: 2
                  1 and 2, apart by 5e-01; below 1e-09 was wanted
            [2] ▸ claim 0.1 + 0.2 + 0 * sum([1, 2, 3]) == 0.3
              claim 0.1 + 0.2 + 0 * sum([1, 2, 3]) == 0.3   ✓ 2e-16
            [3] ▸ 1 + unknown_name
            [3]:1:5: error: unknown name unknown_name
                1 │ 1 + unknown_name
                  │     ^^^^^^^^^^^^
                  = help: a name is bound with unknown_name = …
            [4] ▸ [1, 2] + [1, 2, 3]
            [4]:1:1: error: shapes [2] and [3] do not fit for +
                1 │ [1, 2] + [1, 2, 3]
                  │ ^^^^^^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 2 meets 3
                  = see :help tensors
            [5] ▸ f(x) = (1 +
                ⋮ ))
            [5]:2:1: error: found `)`, wanted an expression
                2 │ ))
                  │ ^
            [5] ▸
            """#),
        Transcript(
            "a figure in characters", columns: 40,
            #"""
            [1] ▸ plot([1, 4, 9, 16], title: "squares")
                            squares
                │
                │                                  •
             15 ┤                                ••
                │                               •
                │                             ••
                │                           ••
                │                          •
             10 ┤                        ••
                │                      ••
                │                   •••
                │                •••
              5 ┤             •••
                │          •••
                │      ••••
                │  ••••
                │••
                │
                └┬──────────┬───────────┬──────────┬
                 0          1           2          3
            (gnuplot is not installed, so figures
            are plain charts; get it with: apt-get
            install gnuplot-nox)
            [2] ▸
            """#),
        Transcript(
            "a figure in characters", columns: 80,
            #"""
            [1] ▸ plot([1, 4, 9, 16], title: "squares")
                                                squares
                │
                │                                                                         ••
             15 ┤                                                                     ••••
                │                                                                  •••
                │                                                              ••••
                │                                                          ••••
                │                                                       •••
             10 ┤                                                   ••••
                │                                              •••••
                │                                        ••••••
                │                                  ••••••
              5 ┤                            ••••••
                │                     •••••••
                │             ••••••••
                │     ••••••••
                │•••••
                │
                └┬───────────┬────────────┬───────────┬───────────┬────────────┬───────────┬
                 0          0.5           1          1.5          2           2.5          3
            (gnuplot is not installed, so figures are plain charts; get it with: apt-get
            install gnuplot-nox)
            [2] ▸
            """#),
        Transcript(
            "a figure in characters", columns: 120,
            #"""
            [1] ▸ plot([1, 4, 9, 16], title: "squares")
                                                          squares
                │
                │                                                                                            •••
             15 ┤                                                                                        ••••
                │                                                                                   •••••
                │                                                                               ••••
                │                                                                           ••••
                │                                                                      •••••
             10 ┤                                                                  ••••
                │                                                           •••••••
                │                                                   ••••••••
                │                                           ••••••••
              5 ┤                                   ••••••••
                │                          •••••••••
                │                ••••••••••
                │      ••••••••••
                │••••••
                │
                └┬───────────────┬──────────────┬───────────────┬───────────────┬──────────────┬───────────────┬
                 0              0.5             1              1.5              2             2.5              3
            (gnuplot is not installed, so figures are plain charts; get it with: apt-get install gnuplot-nox)
            [2] ▸
            """#),
        Transcript(
            "claims and diagnostics in colour", columns: 80, color: true,
            #"""
            [1] ▸ claim 1 == 2
              ‹36›claim 1 == 2‹0›   ‹31›✗ fails 5e-01‹0›
                  ‹31›left:  1‹0›
                  ‹31›right: 2‹0›
                  ‹31›1 and 2, apart by 5e-01; below 1e-09 was wanted‹0›
            [2] ▸ claim 0.1 + 0.2 + 0 * sum([1, 2, 3]) == 0.3
              ‹36›claim 0.1 + 0.2 + 0 * sum([1, 2, 3]) == 0.3‹0›   ‹32›✓ 2e-16‹0›
            [3] ▸ 1 + unknown_name
            ‹1›[3]:1:5:‹0› ‹1;31›error:‹0› ‹1›unknown name unknown_name‹0›
            ‹34›    1 ‹0›‹34›│‹0› 1 + unknown_name
                  ‹34›│‹0›     ‹1;31›^^^^^^^^^^^^‹0›
                  = ‹1;36›help:‹0› a name is bound with unknown_name = …
            [4] ▸ [1, 2] + [1, 2, 3]
            ‹1›[4]:1:1:‹0› ‹1;31›error:‹0› ‹1›shapes [2] and [3] do not fit for +‹0›
            ‹34›    1 ‹0›‹34›│‹0› [1, 2] + [1, 2, 3]
                  ‹34›│‹0› ‹1;31›^^^^^^^^^^^^^^^^^^‹0›
                  = ‹1;36›help:‹0› aligned right, sizes must be equal or 1; here 2 meets 3
                  = ‹1;36›see‹0› :help tensors
            [5] ▸ f(x) = (1 +
                ⋮ ))
            ‹1›[5]:2:1:‹0› ‹1;31›error:‹0› ‹1›found `)`, wanted an expression‹0›
            ‹34›    2 ‹0›‹34›│‹0› ))
                  ‹34›│‹0› ‹1;31›^‹0›
            [5] ▸
            """#),
        Transcript(
            "claims and diagnostics in ASCII", columns: 80, unicode: false,
            #"""
            [1]: claim 1 == 2
              claim 1 == 2   fails 5e-01
                  left:  1
                  right: 2
                  1 and 2, apart by 5e-01; below 1e-09 was wanted
            [2]: claim 0.1 + 0.2 + 0 * sum([1, 2, 3]) == 0.3
              claim 0.1 + 0.2 + 0 * sum([1, 2, 3]) == 0.3   ok: 2e-16
            [3]: 1 + unknown_name
            [3]:1:5: error: unknown name unknown_name
                1 | 1 + unknown_name
                  |     ^^^^^^^^^^^^
                  = help: a name is bound with unknown_name = ...
            [4]: [1, 2] + [1, 2, 3]
            [4]:1:1: error: shapes [2] and [3] do not fit for +
                1 | [1, 2] + [1, 2, 3]
                  | ^^^^^^^^^^^^^^^^^^
                  = help: aligned right, sizes must be equal or 1; here 2 meets 3
                  = see :help tensors
            [5]: f(x) = (1 +
               : ))
            [5]:2:1: error: found `)`, wanted an expression
                2 | ))
                  | ^
            [5]:
            """#),
        Transcript(
            "values in ASCII", columns: 40, unicode: false,
            #"""
            [1]: theta = [1, 2, 3]
            [2]: {weights: [[1, 2], [3, 4]], bias: [0.5, 0.25]}
              weights  [[1, 2],
                        [3, 4]]
              bias     [0.5, 0.25]
            [3]: [[1, 2.5], [3, 400]]
            [[  1, 2.5],
             [  3, 400]]
            [4]: zeros(30)
            [0, 0, 0, ..., 0, 0, 0]   [30]
            [5]: f(theta) = sum(theta^2)
            [6]: :vars
            f      a function     f(theta)
            theta  a vector of 3  [1, 2, 3]
            [6]:
            """#),
        Transcript(
            "a figure in ASCII", columns: 40, unicode: false,
            #"""
            [1]: plot([1, 4, 9, 16], title: "squares")
                            squares
                |
                |                                  *
             15 +                                **
                |                               *
                |                             **
                |                           **
                |                          *
             10 +                        **
                |                      **
                |                   ***
                |                ***
              5 +             ***
                |          ***
                |      ****
                |  ****
                |**
                |
                ++----------+-----------+----------+
                 0          1           2          3
            (gnuplot is not installed, so figures
            are plain charts; get it with: apt-get
            install gnuplot-nox)
            [2]:
            """#),
    ]

    @Test(arguments: transcripts)
    func `results look as they should`(_ transcript: Transcript) throws {
        try transcript.expectSame()
    }
}
