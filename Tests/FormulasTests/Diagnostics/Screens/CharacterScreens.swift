import Testing

/// Underlines beside characters of other widths than one column.
struct CharacterScreens {
    @Test func `wide characters before the span`() {
        expectScreen(
            "日本 = 1; 日本 + wieght",
            """
            cell:1:14: error: unknown name wieght
                1 │ 日本 = 1; 日本 + wieght
                  │                  ^^^^^^
                  = help: a name is bound with wieght = …
            """)
    }

    @Test func `a wide name underlined`() {
        expectScreen(
            "x = 1 + 日本語",
            """
            cell:1:9: error: unknown name 日本語
                1 │ x = 1 + 日本語
                  │         ^^^^^^
                  = help: a name is bound with 日本語 = …
            """)
    }

    @Test func `a combining mark before the span`() {
        expectScreen(
            """
            x̂ = 1
            x̂ + x̂ + wieght
            """,
            """
            cell:2:9: error: unknown name wieght
                2 │ x̂ + x̂ + wieght
                  │         ^^^^^^
                  = help: a name is bound with wieght = …
            """)
    }

    @Test func `a combining mark in the span`() {
        expectScreen(
            "y = 1 + x̂",
            """
            cell:1:9: error: unknown name x̂
                1 │ y = 1 + x̂
                  │         ^
                  = help: a name is bound with x̂ = …
            """)
    }

    @Test func `an emoji of several parts before the span`() {
        expectScreen(
            #"s = "👩‍🔬👨‍👩‍👧 {wieght}""#,
            """
            cell:1:10: error: unknown name wieght
                1 │ s = "👩‍🔬👨‍👩‍👧 {wieght}"
                  │            ^^^^^^
                  = help: a name is bound with wieght = …
            """)
    }

    @Test func `a flag and a skin tone before the span`() {
        expectScreen(
            #"s = "🇯🇵👍🏽 {wieght}""#,
            """
            cell:1:10: error: unknown name wieght
                1 │ s = "🇯🇵👍🏽 {wieght}"
                  │            ^^^^^^
                  = help: a name is bound with wieght = …
            """)
    }

    @Test func `a tab before the span`() {
        expectScreen(
            """
            for i in 0..1 {
            	x = wieght
            }
            """,
            """
            cell:2:6: error: unknown name wieght
                2 │     x = wieght
                  │         ^^^^^^
                  = help: a name is bound with wieght = …
            """)
    }
}
