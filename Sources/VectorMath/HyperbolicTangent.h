// tanh, once per precision and instruction set; included by Kernels.h with its parameters.
//
// SLEEF's tanh carries every intermediate value in two numbers. This one gets by with one division, and stays within
// 1.1 ulp because neither branch adds its rounding errors to a result that is not much larger than they are:
//
//   |x| < 0.75   x + x³·P(x²)/Q(x²)     interpolated at Chebyshev's points
//   otherwise    1 − 2/(e^(2|x|) + 1)
//
// Both are b + n/d, of which each element selects its own. The exponential is made as Exponential.h does it.

#if REAL_BITS == 64
// From here on tanh is 1.
#define LARGEST 22.0
#define P(z) ((-0.96442850822681064395 * (z)-99.36256778407675908) * (z)-1616.2331385068380705)
#define Q(z) ((((z) + 112.89274893340255824) * (z) + 2237.5674695603323648) * (z) + 4848.6994155205150204)
#else
#define LARGEST 10.0f
#define P(z) (-0.93378396931043308975f * (z)-21.095954972232535188f)
#define Q(z) (((z) + 28.11649703005809781f) * (z) + 63.28786493152721933f)
#endif

TARGET static ALWAYS_INLINE REAL KERNEL(tanh_of)(REAL x) {
    const REAL a = LIBM(fabs)(x), z = a * a;
    // Written so that NaN stays.
    const struct KERNEL(reduced) reduced = KERNEL(reduced_of)(2 * (a > LARGEST ? LARGEST : a));
    const REAL r = reduced.r, power = KERNEL(power_of_two)(reduced.shifted);
    const REAL exponential_and_one = power * (r + r * r * KERNEL(e)(r)) + (power + 1);
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

#undef LARGEST
#undef P
#undef Q
