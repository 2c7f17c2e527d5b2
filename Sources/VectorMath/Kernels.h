// The kernels, written once. A lanes header includes this file once per precision, after defining:
//
//   KERNEL(name)        the kernel's name for this instruction set and precision
//   TARGET              the attribute that lets a function use the instruction set
//   REAL_BITS           64 or 32
//   VECTOR, LANES       a register and how many elements it holds
//   LOAD(p), STORE(p, v)  unaligned moves
//   SQUARE_ROOT(v)      the correctly rounded root
//   SLEEF(name)         SLEEF's function of at most 1 ulp for such a register
//
// Hence no include guard; the parameters are undefined again at the end.

#if REAL_BITS == 64
#define REAL double
#define LIBM(name) name
// Below this magnitude SLEEF reduces an angle by a short subtraction, above it by a long one. It takes the long one for
// every lane of a register as soon as one lane needs it, and the two may round differently. (TRIGRANGEMAX2 in SLEEF.)
#define NEAR 15.0
#else
#define REAL float
#define LIBM(name) name##f
#define NEAR 125.0f
#endif

// Far beyond every range in which SLEEF prefers a shorter reduction.
#define FAR ((REAL)1e20)

// A kernel's loop around a function of a register. A last, partial register is filled up with ones, which every
// function here takes without a detour, so that its elements go through the same instructions as all others.
#define UNARY(name, function)                                                                                          \
    TARGET static void KERNEL(name)(const REAL *x, REAL *y, size_t count) {                                            \
        size_t i = 0;                                                                                                  \
        for (; count - i >= LANES; i += LANES) {                                                                       \
            STORE(y + i, function(LOAD(x + i)));                                                                       \
        }                                                                                                              \
        if (i < count) {                                                                                               \
            REAL last[LANES];                                                                                          \
            for (size_t lane = 0; lane < LANES; lane++) {                                                              \
                last[lane] = i + lane < count ? x[i + lane] : 1;                                                       \
            }                                                                                                          \
            STORE(last, function(LOAD(last)));                                                                         \
            memcpy(y + i, last, (count - i) * sizeof(REAL));                                                           \
        }                                                                                                              \
    }

#define BINARY(name, function)                                                                                         \
    TARGET static void KERNEL(name)(const REAL *a, const REAL *b, REAL *y, size_t count) {                             \
        size_t i = 0;                                                                                                  \
        for (; count - i >= LANES; i += LANES) {                                                                       \
            STORE(y + i, function(LOAD(a + i), LOAD(b + i)));                                                          \
        }                                                                                                              \
        if (i < count) {                                                                                               \
            REAL last_a[LANES], last_b[LANES];                                                                         \
            for (size_t lane = 0; lane < LANES; lane++) {                                                              \
                last_a[lane] = i + lane < count ? a[i + lane] : 1;                                                     \
                last_b[lane] = i + lane < count ? b[i + lane] : 1;                                                     \
            }                                                                                                          \
            STORE(last_a, function(LOAD(last_a), LOAD(last_b)));                                                       \
            memcpy(y + i, last_a, (count - i) * sizeof(REAL));                                                         \
        }                                                                                                              \
    }

// SLEEF 3.5 gives up just short of overflow: expm1 and pow return ∞ for results within 2e-9 of the largest double, and
// log1p for arguments above 1e307 (1e38 in single precision). So an infinity from finite arguments is asked of libm.
#define UNARY_NEAR_OVERFLOW(name)                                                                                      \
    TARGET static inline VECTOR KERNEL(name##_register)(VECTOR v) {                                                    \
        VECTOR result = SLEEF(name)(v);                                                                                \
        REAL y[LANES];                                                                                                 \
        STORE(y, result);                                                                                              \
        bool overflow = false;                                                                                         \
        for (size_t lane = 0; lane < LANES; lane++) {                                                                  \
            overflow |= LIBM(fabs)(y[lane]) == INFINITY;                                                               \
        }                                                                                                              \
        if (!overflow) {                                                                                               \
            return result;                                                                                             \
        }                                                                                                              \
        REAL x[LANES];                                                                                                 \
        STORE(x, v);                                                                                                   \
        for (size_t lane = 0; lane < LANES; lane++) {                                                                  \
            if (isinf(y[lane]) && isfinite(x[lane])) {                                                                 \
                y[lane] = LIBM(name)(x[lane]);                                                                         \
            }                                                                                                          \
        }                                                                                                              \
        return LOAD(y);                                                                                                \
    }                                                                                                                  \
    UNARY(name, KERNEL(name##_register))

#define BINARY_NEAR_OVERFLOW(name)                                                                                     \
    TARGET static inline VECTOR KERNEL(name##_register)(VECTOR v, VECTOR w) {                                          \
        VECTOR result = SLEEF(name)(v, w);                                                                             \
        REAL y[LANES];                                                                                                 \
        STORE(y, result);                                                                                              \
        bool overflow = false;                                                                                         \
        for (size_t lane = 0; lane < LANES; lane++) {                                                                  \
            overflow |= LIBM(fabs)(y[lane]) == INFINITY;                                                               \
        }                                                                                                              \
        if (!overflow) {                                                                                               \
            return result;                                                                                             \
        }                                                                                                              \
        REAL a[LANES], b[LANES];                                                                                       \
        STORE(a, v);                                                                                                   \
        STORE(b, w);                                                                                                   \
        for (size_t lane = 0; lane < LANES; lane++) {                                                                  \
            if (isinf(y[lane]) && isfinite(a[lane]) && isfinite(b[lane])) {                                            \
                y[lane] = LIBM(name)(a[lane], b[lane]);                                                                \
            }                                                                                                          \
        }                                                                                                              \
        return LOAD(y);                                                                                                \
    }                                                                                                                  \
    BINARY(name, KERNEL(name##_register))

// A register with near and far angles is evaluated twice, its near angles among near ones and its far angles among far
// ones, so that no angle's result depends on its neighbours. (NaN counts as far.)
#define TRIGONOMETRIC(name)                                                                                            \
    TARGET static inline VECTOR KERNEL(name##_register)(VECTOR v) {                                                    \
        REAL x[LANES];                                                                                                 \
        STORE(x, v);                                                                                                   \
        bool all_near = true;                                                                                          \
        for (size_t lane = 0; lane < LANES; lane++) {                                                                  \
            all_near &= LIBM(fabs)(x[lane]) < NEAR;                                                                    \
        }                                                                                                              \
        if (all_near || LANES == 1) {                                                                                  \
            return SLEEF(name)(v);                                                                                     \
        }                                                                                                              \
        REAL near[LANES], far[LANES];                                                                                  \
        for (size_t lane = 0; lane < LANES; lane++) {                                                                  \
            bool is_near = LIBM(fabs)(x[lane]) < NEAR;                                                                 \
            near[lane] = is_near ? x[lane] : 0;                                                                        \
            far[lane] = is_near ? FAR : x[lane];                                                                       \
        }                                                                                                              \
        STORE(near, SLEEF(name)(LOAD(near)));                                                                          \
        STORE(far, SLEEF(name)(LOAD(far)));                                                                            \
        for (size_t lane = 0; lane < LANES; lane++) {                                                                  \
            x[lane] = LIBM(fabs)(x[lane]) < NEAR ? near[lane] : far[lane];                                             \
        }                                                                                                              \
        return LOAD(x);                                                                                                \
    }                                                                                                                  \
    UNARY(name, KERNEL(name##_register))

UNARY_NEAR_OVERFLOW(expm1)
UNARY(log, SLEEF(log))
UNARY_NEAR_OVERFLOW(log1p)
TRIGONOMETRIC(sin)
TRIGONOMETRIC(cos)
TRIGONOMETRIC(tan)
UNARY(erf, SLEEF(erf))
UNARY(sqrt, SQUARE_ROOT)
BINARY_NEAR_OVERFLOW(pow)
BINARY(atan2, SLEEF(atan2))
#include "Exponential.h"
#include "HyperbolicTangent.h"
#include "Arithmetic.h"

#undef UNARY
#undef BINARY
#undef UNARY_NEAR_OVERFLOW
#undef BINARY_NEAR_OVERFLOW
#undef TRIGONOMETRIC
#undef REAL
#undef LIBM
#undef NEAR
#undef FAR
#undef BITS
#undef FRACTION_BITS
#undef ONE_BITS
#undef WHOLE
#undef LN2_HIGH
#undef LN2_LOW
#undef LEAST_EXPONENT
#undef GREATEST_EXPONENT
#undef KERNEL
#undef TARGET
#undef REAL_BITS
#undef VECTOR
#undef LANES
#undef LOAD
#undef STORE
#undef SQUARE_ROOT
#undef SLEEF
