/// What each formula of `FormulaFigures` makes.
enum FigureValues {
    static let lines: [String: String] = [
        "plot": #"""
        panel “loss after k steps” x step k y loss
        lines “MAML”: 0 1 2 3 4 5 | 5 3 2 1.5 1.2 1
        lines “Reptile”: 0 1 2 3 4 5 | 5 4 3.2 2.6 2.1 1.7
        """#,
        "bands": #"""
        panel x step y error
        lines “mean”: 1 2 3 4 | 4 2.5 2 1.5
          band 3 2 1.6 1.2 | 5 3 2.4 1.8
        """#,
        "varied": #"""
        panel x α y -
        lines: 0 0.5 1 1.5 | 0 -0.25 0 0.75
        """#,
        "scatter": #"""
        panel “embeddings” x z₁ y z₂
        points “a”: 1 2 | 2 3
        points “b”: 5 4 | 1 1.5
        """#,
        "bars": #"""
        panel x - [1-shot, 5-shot, 10-shot] y accuracy
        bars: -0.4…0.4 0.49, 0.6…1.4 0.63, 1.6…2.4 0.7
        """#,
        "grouped bars": #"""
        panel “gain” x - [W, b] y -
        bars “MAML”: -0.4…0 2, 0.6…1 -1
        bars “FOMAML”: 0…0.4 1, 1…1.4 0.5
        """#,
        "histogram": #"""
        panel x loss y count
        bars: 1…2 1, 2…3 2, 3…4 3, 4…5 3
        """#,
        "heatmap": #"""
        panel “cosines” x - [g₁, g₂] y - reversed [g₁, g₂]
        heatmap with numbers colours -0.25…1
          1 0.5
          -0.25 1
        """#,
        "contour": #"""
        panel x a y b
        contours at 0.25 0.5 1
          x -1…1 of 41, y -1…1 of 41, colours 0…2
          corners and middle 2 2 2 2 0
        arrows “−∇L”: (0.8 0.8) by (-0.5 -0.5)
        linesAndPoints “SGD”: -0.8 -0.4 -0.2 | -0.8 -0.4 -0.2
        """#,
        "image": #"""
        panel “a glyph” x - y - reversed
        picture of 1 columns []
          0 1 0
          1 0 1
          0 1 0
        """#,
        "images": #"""
        grid of 1 columns
          panel “support” x - y - reversed
          picture of 2 columns [A, B]
            0 1
            1 0
            1 1
            0 0
          panel “query” x - y - reversed
          picture of 2 columns [?, ?]
            1 0
            0 1
            0 0
            1 1
        """#,
        "surface": #"""
        surface “a saddle” x a y b
          x -1…1 of 41, y -1…1 of 41, colours “L” -1…1
          corners and middle 0 0 0 0 0
        """#,
        "grid": #"""
        grid of 2 columns “both”
          panel “left” x - y -
          lines: 0 1 2 | 1 2 4
          panel “right” x - [u, v] y -
          bars: -0.4…0.4 1, 0.6…1.4 3
        """#,
        "log": #"""
        panel x n log y error log
        lines: 1 10 100 | 1 0.01 0.0001
        """#,
        "overlay": #"""
        panel x - y -
        lines “fit”: 0 1 2 | 0 1 2
        points “data”: 0 1 2 | 0.2 0.9 2.1
        """#,
        "compare": #"""
        grid of 3 columns
          panel “norm” x - [MAML, FOMAML] y -
          bars: -0.4…0.4 2.291, 0.6…1.4 1.732
          panel “cosine” x - [MAML, FOMAML] y - reversed [MAML, FOMAML]
          heatmap with numbers colours -1…1
            1 0.8819
            0.8819 1
          panel “‖difference from MAML‖” x - [W, b] y -
          bars “FOMAML”: -0.4…0.4 1, 0.6…1.4 0.5
        """#,
        "landscape": #"""
        panel x u y v
        contours at 0.2 0.4 0.6 0.8 1 1.2 1.4 1.6
          x -1.04…0.24 of 31, y -0.22…0.42 of 31, colours 5.156e-05…1.714
          corners and middle 0.05 1.586 0.178 1.714 0.37
        arrows “SGD”: (0 0) by (-0.5 0)
        linesAndPoints “path”: 0 -0.5 -0.8 | 0 0.2 0.1
        points “θ”: 0 | 0
        """#,
    ]
}
