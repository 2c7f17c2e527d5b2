// tanh, once per precision and instruction set; included by Kernels.h with its parameters.
//
// SLEEF's tanh carries every intermediate value in two numbers. This one gets by with one division, and stays within
// 1.1 ulp because neither branch adds its rounding errors to a result that is not much larger than they are:
//
//   |x| < 0.75   x + x³·P(x²)/Q(x²)     interpolated at Chebyshev's points
//   otherwise    1 − 2/(e^(2|x|) + 1)
//
// Both are b + n/d, of which each element selects its own. For the exponential, 2|x| = k·ln 2 + r with |r| ≤ ln 2/2,
// and e^r − 1 = r + r²·E(r).

#if REAL_BITS == 64
#define BITS uint64_t
#define FRACTION_BITS 52
#define ONE_BITS 0x3ff0000000000000u
// Added to a small number it leaves the nearest whole number in the low bits.
#define WHOLE 0x1.8p52
#define LN2_HIGH 0x1.62e42fefap-1
#define LN2_LOW 0x1.cf79abc9e3b39p-40
// From here on tanh is 1.
#define LARGEST 22.0
#define P(z) ((-0.96442850822681064395 * (z)-99.36256778407675908) * (z)-1616.2331385068380705)
#define Q(z) ((((z) + 112.89274893340255824) * (z) + 2237.5674695603323648) * (z) + 4848.6994155205150204)
#define E(r)                                                                                                           \
    (((((((((0x1.af390ba7e6f47p-26 * (r) + 0x1.2891d4ffbb0f9p-22) * (r) + 0x1.71de0d85293b8p-19) * (r) +               \
           0x1.a019b8ca26fcfp-16) *                                                                                    \
              (r) +                                                                                                    \
          0x1.a01a01a7cebcdp-13) *                                                                                     \
             (r) +                                                                                                     \
         0x1.6c16c1789d1d7p-10) *                                                                                      \
            (r) +                                                                                                      \
        0x1.11111111109a6p-7) *                                                                                        \
           (r) +                                                                                                       \
       0x1.5555555553d37p-5) *                                                                                         \
          (r) +                                                                                                        \
      0x1.5555555555556p-3) *                                                                                          \
         (r) +                                                                                                         \
     0.5)
#else
#define BITS uint32_t
#define FRACTION_BITS 23
#define ONE_BITS 0x3f800000u
#define WHOLE 0x1.8p23f
#define LN2_HIGH 0x1.62ep-1f
#define LN2_LOW 0x1.0bfbe8p-15f
#define LARGEST 10.0f
#define P(z) (-0.93378396931043308975f * (z)-21.095954972232535188f)
#define Q(z) (((z) + 28.11649703005809781f) * (z) + 63.28786493152721933f)
#define E(r)                                                                                                           \
    ((((0x1.6d117cc039048p-10f * (r) + 0x1.120be1dcb42dcp-7f) * (r) + 0x1.555518f5d1200p-5f) * (r) +                   \
      0x1.5554dc8961859p-3f) *                                                                                         \
         (r) +                                                                                                         \
     0.5f)
#endif

TARGET static ALWAYS_INLINE REAL KERNEL(tanh_of)(REAL x) {
    const REAL a = LIBM(fabs)(x), z = a * a;
    // Written so that NaN stays.
    const REAL doubled = 2 * (a > LARGEST ? LARGEST : a);
    const REAL shifted = doubled * (REAL)0x1.71547652b82fep0 + WHOLE;
    const REAL k = shifted - WHOLE;
    const REAL r = (doubled - k * LN2_HIGH) - k * LN2_LOW;
    BITS bits;
    memcpy(&bits, &shifted, sizeof bits);
    bits = (bits << FRACTION_BITS) + ONE_BITS;
    REAL power;
    memcpy(&power, &bits, sizeof power);
    const REAL exponential_and_one = power * (r + r * r * E(r)) + (power + 1);
    const bool is_small = a < (REAL)0.75;
    const REAL base = is_small ? a : 1;
    const REAL numerator = is_small ? a * z * P(z) : -2;
    const REAL denominator = is_small ? Q(z) : exponential_and_one;
    return LIBM(copysign)(base + numerator / denominator, x);
}

TARGET static void KERNEL(tanh)(const REAL *x, REAL *y, size_t count) {
#pragma clang loop vectorize(assume_safety)
    for (size_t i = 0; i < count; i++) {
        y[i] = KERNEL(tanh_of)(x[i]);
    }
}

#undef BITS
#undef FRACTION_BITS
#undef ONE_BITS
#undef WHOLE
#undef LN2_HIGH
#undef LN2_LOW
#undef LARGEST
#undef P
#undef Q
#undef E
