#include "MatrixKernels.h"

#include <stdint.h>
#include <string.h>

#include "VectorMath.h"
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define ALWAYS_INLINE inline __attribute__((always_inline))

static inline size_t smaller(size_t a, size_t b) { return a < b ? a : b; }

#include "LanesPortable.h"
#if defined(__x86_64__)
#include "LanesAVX2.h"
#define CURRENT(name) (vector_math_instruction_set() == VECTOR_MATH_AVX2 ? name##_avx2 : name##_portable)
#else
#define CURRENT(name) name##_portable
#endif

#define FUNCTIONS(suffix, REAL)                                                                                        \
    void matrix_kernels_multiply_##suffix(const REAL *a, const REAL *b, REAL *c, size_t batch, size_t m, size_t n,     \
                                          size_t k, bool transpose_left, bool transpose_right) {                       \
        CURRENT(multiply_##suffix)(a, b, c, batch, m, n, k, transpose_left, transpose_right);                          \
    }                                                                                                                  \
    void matrix_kernels_transpose_##suffix(const REAL *x, size_t x_row, REAL *y, size_t y_row, size_t rows,            \
                                           size_t columns) {                                                           \
        CURRENT(transpose_##suffix)(x, x_row, y, y_row, rows, columns);                                                \
    }

FUNCTIONS(f64, double)
FUNCTIONS(f32, float)
