import Testing

/// The library `statistics`.
@Suite struct LibraryStatisticsTests {
    @Test func `half of the numbers lie below the median`() throws {
        try LibrarySession().good(
            """
            use statistics
            claim median([3, 1, 100]) == 3
            claim median([4, 1, 100, 2]) == 3
            claim median([[5], [7]]) == 6
            claim median([2]) == 2
            """)
    }

    @Test func `the margin of a mean halves with four times the numbers`() throws {
        try LibrarySession().good(
            """
            use statistics
            x = [1, 2, 3, 6]
            claim margin(x) == 1.96 * √3.5 / 2
            claim margin(concat([x, x, x, x])) == margin(x) / 2
            claim summary(x) == [3, margin(x), 2.5]
            """)
    }

    /// Of 400 means of 50 numbers each, 95 % of the intervals should hold the true mean: within 4 standard errors.
    @Test func `the interval holds the mean nineteen times in twenty`() throws {
        try LibrarySession().good(
            """
            use statistics
            seed(3)
            holds() = {
              x = randn(50)
              where(abs(mean(x)) < margin(x), 1, 0)
            }
            share = mean(holds() for i in 1..400)
            claim abs(share - 0.95) < 0.044
            """)
    }
}
