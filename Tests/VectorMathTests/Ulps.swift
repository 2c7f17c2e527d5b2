/// How far `got` is from `want`, in units of `want`'s last place in `got`'s precision; infinite where one is NaN and the
/// other is not, where one is an infinity that the other is not next to, and between zeros of opposite signs.
func ulps<T: BinaryFloatingPoint>(_ got: T, from want: Double) -> Double {
    if want.isNaN || got.isNaN {
        return want.isNaN && got.isNaN ? 0 : .infinity
    }
    let rounded = T(want)
    if got == rounded && got.sign != rounded.sign {
        return .infinity
    }
    if got.isInfinite || rounded.isInfinite {
        let adjacent = got.nextDown == rounded || got.nextUp == rounded
        return got == rounded ? 0 : adjacent ? 1 : .infinity
    }
    return abs(Double(got) - want) / Double(rounded.ulp)
}

/// Whether two results are the same value: zeros by sign, any NaN for any other.
func identical<T: BinaryFloatingPoint>(_ a: T, _ b: T) -> Bool {
    a.isNaN && b.isNaN || a == b && a.sign == b.sign
}
