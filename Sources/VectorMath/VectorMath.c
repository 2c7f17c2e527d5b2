#include "VectorMath.h"

#include <math.h>
#include <sleef.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define ALWAYS_INLINE inline __attribute__((always_inline))

#include "LanesScalar.h"
#if defined(__x86_64__)
#include "LanesAVX2.h"
#elif defined(__aarch64__)
#include "LanesAdvSIMD.h"
#endif

// Every function, in the order of the header.
#define EACH_UNARY(DO, argument)                                                                                       \
    DO(exp, argument)                                                                                                  \
    DO(sigmoid, argument)                                                                                              \
    DO(expm1, argument)                                                                                                \
    DO(log, argument)                                                                                                  \
    DO(log1p, argument)                                                                                                \
    DO(sin, argument)                                                                                                  \
    DO(cos, argument)                                                                                                  \
    DO(tan, argument)                                                                                                  \
    DO(tanh, argument)                                                                                                 \
    DO(erf, argument)                                                                                                  \
    DO(sqrt, argument)                                                                                                 \
    DO(negate, argument)
#define EACH_BINARY(DO, argument)                                                                                      \
    DO(pow, argument)                                                                                                  \
    DO(atan2, argument)                                                                                                \
    DO(add, argument)                                                                                                  \
    DO(subtract, argument)                                                                                             \
    DO(multiply, argument)                                                                                             \
    DO(divide, argument)                                                                                               \
    DO(scale, argument)
#define EACH_COMPARISON(DO, argument)                                                                                  \
    DO(less, argument)                                                                                                 \
    DO(less_or_equal, argument)                                                                                        \
    DO(equal, argument)
#define EACH_CHOICE(DO, argument) DO(select, argument)
#define EACH(DO, argument)                                                                                             \
    EACH_UNARY(DO, argument)                                                                                           \
    EACH_BINARY(DO, argument)                                                                                          \
    EACH_COMPARISON(DO, argument)                                                                                      \
    EACH_CHOICE(DO, argument)

#define UNARY_FIELD(name, _)                                                                                           \
    void (*name##_f64)(const double *, double *, size_t);                                                              \
    void (*name##_f32)(const float *, float *, size_t);
#define BINARY_FIELD(name, _)                                                                                          \
    void (*name##_f64)(const double *, const double *, double *, size_t);                                              \
    void (*name##_f32)(const float *, const float *, float *, size_t);
#define COMPARISON_FIELD(name, _)                                                                                      \
    void (*name##_f64)(const double *, const double *, bool *, size_t);                                                \
    void (*name##_f32)(const float *, const float *, bool *, size_t);
#define CHOICE_FIELD(name, _)                                                                                          \
    void (*name##_f64)(const bool *, const double *, const double *, double *, size_t);                                \
    void (*name##_f32)(const bool *, const float *, const float *, float *, size_t);

struct kernels {
    VectorMathInstructionSet instruction_set;
    EACH_UNARY(UNARY_FIELD, )
    EACH_BINARY(BINARY_FIELD, )
    EACH_COMPARISON(COMPARISON_FIELD, )
    EACH_CHOICE(CHOICE_FIELD, )
};

#define ENTRY(name, suffix) .name##_f64 = name##_f64_##suffix, .name##_f32 = name##_f32_##suffix,

static const struct kernels scalar_kernels = {
    .instruction_set = VECTOR_MATH_SCALAR, EACH(ENTRY, scalar)};
#if defined(__x86_64__)
static const struct kernels avx2_kernels = {
    .instruction_set = VECTOR_MATH_AVX2, EACH(ENTRY, avx2)};
#elif defined(__aarch64__)
static const struct kernels advsimd_kernels = {
    .instruction_set = VECTOR_MATH_ADVSIMD, EACH(ENTRY, advsimd)};
#endif

// The kernels of an instruction set, or NULL if this machine cannot run them.
static const struct kernels *kernels_of(VectorMathInstructionSet instruction_set) {
    switch (instruction_set) {
    case VECTOR_MATH_SCALAR:
        return &scalar_kernels;
    case VECTOR_MATH_AVX2:
#if defined(__x86_64__)
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &avx2_kernels : NULL;
#else
        return NULL;
#endif
    case VECTOR_MATH_ADVSIMD:
#if defined(__aarch64__)
        return &advsimd_kernels;
#else
        return NULL;
#endif
    }
    return NULL;
}

static const struct kernels *best_kernels(void) {
    const struct kernels *best = kernels_of(VECTOR_MATH_AVX2);
    if (best == NULL) {
        best = kernels_of(VECTOR_MATH_ADVSIMD);
    }
    return best == NULL ? &scalar_kernels : best;
}

// Each thread asks the processor once, on its first kernel, and keeps the answer to itself: nothing is shared.
static _Thread_local const struct kernels *chosen;

static inline const struct kernels *current(void) {
    if (chosen == NULL) {
        chosen = best_kernels();
    }
    return chosen;
}

VectorMathInstructionSet vector_math_instruction_set(void) { return current()->instruction_set; }

bool vector_math_use(VectorMathInstructionSet instruction_set) {
    const struct kernels *kernels = kernels_of(instruction_set);
    if (kernels == NULL) {
        return false;
    }
    chosen = kernels;
    return true;
}

#define UNARY_FUNCTION(name, _)                                                                                        \
    void vector_math_##name##_f64(const double *x, double *y, size_t count) { current()->name##_f64(x, y, count); }    \
    void vector_math_##name##_f32(const float *x, float *y, size_t count) { current()->name##_f32(x, y, count); }
#define BINARY_FUNCTION(name, _)                                                                                       \
    void vector_math_##name##_f64(const double *a, const double *b, double *y, size_t count) {                         \
        current()->name##_f64(a, b, y, count);                                                                         \
    }                                                                                                                  \
    void vector_math_##name##_f32(const float *a, const float *b, float *y, size_t count) {                            \
        current()->name##_f32(a, b, y, count);                                                                         \
    }

#define COMPARISON_FUNCTION(name, _)                                                                                   \
    void vector_math_##name##_f64(const double *a, const double *b, bool *y, size_t count) {                           \
        current()->name##_f64(a, b, y, count);                                                                         \
    }                                                                                                                  \
    void vector_math_##name##_f32(const float *a, const float *b, bool *y, size_t count) {                             \
        current()->name##_f32(a, b, y, count);                                                                         \
    }
#define CHOICE_FUNCTION(name, _)                                                                                       \
    void vector_math_##name##_f64(const bool *p, const double *a, const double *b, double *y, size_t count) {          \
        current()->name##_f64(p, a, b, y, count);                                                                      \
    }                                                                                                                  \
    void vector_math_##name##_f32(const bool *p, const float *a, const float *b, float *y, size_t count) {             \
        current()->name##_f32(p, a, b, y, count);                                                                      \
    }

EACH_UNARY(UNARY_FUNCTION, )
EACH_BINARY(BINARY_FUNCTION, )
EACH_COMPARISON(COMPARISON_FUNCTION, )
EACH_CHOICE(CHOICE_FUNCTION, )
