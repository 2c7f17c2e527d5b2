// Arithmetic, comparisons and choices, once per precision and instruction set; included by Kernels.h with its parameters.
//
// Written for one element: the compiler makes registers of it. It may take all elements as independent, since an output
// overlaps an input only where it is that input.
#define EACH_ELEMENT(result)                                                                                           \
    _Pragma("clang loop vectorize(assume_safety) interleave_count(1)") for (size_t i = 0; i < count; i++) {            \
        y[i] = result;                                                                                                 \
    }
#define OF_ONE(name, result)                                                                                           \
    TARGET static void KERNEL(name)(const REAL *x, REAL *y, size_t count) { EACH_ELEMENT(result) }
#define OF_TWO(name, result)                                                                                           \
    TARGET static void KERNEL(name)(const REAL *a, const REAL *b, REAL *y, size_t count) { EACH_ELEMENT(result) }
#define COMPARISON(name, result)                                                                                       \
    TARGET static void KERNEL(name)(const REAL *a, const REAL *b, bool *y, size_t count) { EACH_ELEMENT(result) }

// As functions, for what a condition guards would be read under a mask.
TARGET static ALWAYS_INLINE REAL KERNEL(scaled)(REAL a, REAL product) { return a == 0 ? 0 : product; }
TARGET static ALWAYS_INLINE REAL KERNEL(selected)(bool p, REAL a, REAL b) { return p ? a : b; }

OF_ONE(negate, -x[i])
OF_TWO(add, a[i] + b[i])
OF_TWO(subtract, a[i] - b[i])
OF_TWO(multiply, a[i] * b[i])
OF_TWO(divide, a[i] / b[i])
OF_TWO(scale, KERNEL(scaled)(a[i], a[i] * b[i]))
COMPARISON(less, a[i] < b[i])
COMPARISON(less_or_equal, a[i] <= b[i])
COMPARISON(equal, a[i] == b[i])

TARGET static void KERNEL(select)(const bool *p, const REAL *a, const REAL *b, REAL *y, size_t count) {
    EACH_ELEMENT(KERNEL(selected)(p[i], a[i], b[i]))
}

#undef EACH_ELEMENT
#undef OF_ONE
#undef OF_TWO
#undef COMPARISON
