// eˣ and the logistic function, once per precision and instruction set; included by Kernels.h with its parameters.
//
// x = k·ln 2 + r with a whole k and |r| ≤ ln 2/2, and e^r = 1 + r + r²·E(r), E interpolated at Chebyshev's points.

#if REAL_BITS == 64
#define BITS uint64_t
#define FRACTION_BITS 52
#define ONE_BITS 0x3ff0000000000000u
// Added to a small number it leaves the nearest whole number in the low bits.
#define WHOLE 0x1.8p52
#define LN2_HIGH 0x1.62e42fefap-1
#define LN2_LOW 0x1.cf79abc9e3b39p-40
// Below the one eˣ is 0, above the other ∞.
#define LEAST_EXPONENT -746.0
#define GREATEST_EXPONENT 710.0

// By Estrin's scheme, for in Horner's each step would wait for the one before.
TARGET static ALWAYS_INLINE double KERNEL(e)(double r) {
    const double s = r * r, t = s * s;
    const double low = (0x1.5555555555556p-3 * r + 0.5) + (0x1.11111111109a6p-7 * r + 0x1.5555555553d37p-5) * s;
    const double middle =
        (0x1.a01a01a7cebcdp-13 * r + 0x1.6c16c1789d1d7p-10) + (0x1.71de0d85293b8p-19 * r + 0x1.a019b8ca26fcfp-16) * s;
    const double high = 0x1.af390ba7e6f47p-26 * r + 0x1.2891d4ffbb0f9p-22;
    return low + t * (middle + t * high);
}
#else
#define BITS uint32_t
#define FRACTION_BITS 23
#define ONE_BITS 0x3f800000u
#define WHOLE 0x1.8p23f
#define LN2_HIGH 0x1.62ep-1f
#define LN2_LOW 0x1.0bfbe8p-15f
#define LEAST_EXPONENT -104.0f
#define GREATEST_EXPONENT 89.0f

TARGET static ALWAYS_INLINE float KERNEL(e)(float r) {
    const float high = (0x1.6d117cc039048p-10f * r + 0x1.120be1dcb42dcp-7f) * r + 0x1.555518f5d1200p-5f;
    return (high * r + 0x1.5554dc8961859p-3f) * r + 0.5f;
}
#endif

// x = k·ln 2 + r; `shifted` is WHOLE + k.
struct KERNEL(reduced) {
    REAL shifted, r;
};

TARGET static ALWAYS_INLINE struct KERNEL(reduced) KERNEL(reduced_of)(REAL x) {
    const REAL shifted = x * (REAL)0x1.71547652b82fep0 + WHOLE;
    const REAL k = shifted - WHOLE;
    return (struct KERNEL(reduced)){shifted, (x - k * LN2_HIGH) - k * LN2_LOW};
}

// 2^k of WHOLE + k.
TARGET static ALWAYS_INLINE REAL KERNEL(power_of_two)(REAL shifted) {
    BITS bits;
    memcpy(&bits, &shifted, sizeof bits);
    bits = (bits << FRACTION_BITS) + ONE_BITS;
    REAL power;
    memcpy(&power, &bits, sizeof power);
    return power;
}

TARGET static ALWAYS_INLINE REAL KERNEL(exp_of)(REAL x) {
    // Written so that NaN stays.
    const REAL enough = x < LEAST_EXPONENT ? LEAST_EXPONENT : x;
    const struct KERNEL(reduced) reduced = KERNEL(reduced_of)(enough > GREATEST_EXPONENT ? GREATEST_EXPONENT : enough);
    const REAL r = reduced.r, sum = 1 + r;
    // What the first sum loses goes with the rest: else e^r would be off by more than 1 ulp.
    const REAL power = sum + (r * r * KERNEL(e)(r) + (r - (sum - 1)));
    // By halves, for 2^k may lie beyond all numbers where eˣ does not.
    const REAL k = reduced.shifted - WHOLE, half = k * (REAL)0.5 + WHOLE;
    return power * KERNEL(power_of_two)(half) * KERNEL(power_of_two)(k - (half - WHOLE) + WHOLE);
}

// Of e^(−|x|), which does not overflow.
TARGET static ALWAYS_INLINE REAL KERNEL(sigmoid_of)(REAL x) {
    const REAL power = KERNEL(exp_of)(-LIBM(fabs)(x));
    return (x < 0 ? power : 1) / (1 + power);
}

TARGET static void KERNEL(exp)(const REAL *x, REAL *y, size_t count) {
#pragma clang loop vectorize(assume_safety)
    for (size_t i = 0; i < count; i++) {
        y[i] = KERNEL(exp_of)(x[i]);
    }
}

TARGET static void KERNEL(sigmoid)(const REAL *x, REAL *y, size_t count) {
#pragma clang loop vectorize(assume_safety)
    for (size_t i = 0; i < count; i++) {
        y[i] = KERNEL(sigmoid_of)(x[i]);
    }
}
