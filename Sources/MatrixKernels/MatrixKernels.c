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
    }                                                                                                                  \
    size_t matrix_kernels_convolution_work_##suffix(const struct matrix_kernels_convolution *shape) {                  \
        return CURRENT(convolution_work_##suffix)(shape);                                                              \
    }                                                                                                                  \
    void matrix_kernels_convolve_##suffix(const struct matrix_kernels_convolution *shape, const REAL *images,          \
                                          const REAL *kernels, REAL *places, REAL *work) {                             \
        CURRENT(convolve_##suffix)(shape, images, kernels, places, work);                                              \
    }                                                                                                                  \
    void matrix_kernels_convolution_images_##suffix(const struct matrix_kernels_convolution *shape,                    \
                                                    const REAL *places, const REAL *kernels, REAL *images,             \
                                                    REAL *work) {                                                      \
        CURRENT(convolution_images_##suffix)(shape, places, kernels, images, work);                                    \
    }                                                                                                                  \
    void matrix_kernels_convolution_kernels_##suffix(const struct matrix_kernels_convolution *shape,                   \
                                                     const REAL *images, const REAL *places, REAL *kernels,            \
                                                     size_t first, size_t last, REAL *work) {                          \
        CURRENT(convolution_kernels_##suffix)(shape, images, places, kernels, first, last, work);                      \
    }                                                                                                                  \
    void matrix_kernels_largest_in_windows_##suffix(const struct matrix_kernels_windows *shape, const REAL *planes,    \
                                                    double *positions) {                                               \
        CURRENT(largest_in_windows_##suffix)(shape, planes, positions);                                                \
    }

FUNCTIONS(f64, double)
FUNCTIONS(f32, float)
