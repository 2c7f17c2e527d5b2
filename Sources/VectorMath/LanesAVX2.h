// Registers of 4 doubles or 8 floats, on x86-64 machines with AVX2 and fused multiply-add.
//
// clang passes a 256-bit vector in a register only where a whole file is compiled for AVX. In a file for every x86-64
// it passes one in memory, even between functions that carry the target attribute, while SLEEF expects it in ymm0. So
// SLEEF is entered by a few instructions that do use the registers, given the addresses of the arguments and of the
// result. Their push both saves the result's address and aligns the stack to 16 bytes.

#define ENTER_UNARY(symbol)                                                                                            \
    __attribute__((naked)) static void symbol##_unary(const void *x, void *y) {                                        \
        __asm__("pushq %rsi\n\t"                                                                                       \
                "vmovups (%rdi), %ymm0\n\t"                                                                            \
                "callq " #symbol "@PLT\n\t"                                                                            \
                "popq %rsi\n\t"                                                                                        \
                "vmovups %ymm0, (%rsi)\n\t"                                                                            \
                "retq");                                                                                               \
    }
#define ENTER_BINARY(symbol)                                                                                           \
    __attribute__((naked)) static void symbol##_binary(const void *a, const void *b, void *y) {                        \
        __asm__("pushq %rdx\n\t"                                                                                       \
                "vmovups (%rdi), %ymm0\n\t"                                                                            \
                "vmovups (%rsi), %ymm1\n\t"                                                                            \
                "callq " #symbol "@PLT\n\t"                                                                            \
                "popq %rdx\n\t"                                                                                        \
                "vmovups %ymm0, (%rdx)\n\t"                                                                            \
                "retq");                                                                                               \
    }

#define AVX2 __attribute__((target("avx2,fma")))

#define SLEEF_UNARY(name)                                                                                              \
    ENTER_UNARY(Sleef_##name##d4_u10avx2)                                                                              \
    AVX2 static inline __m256d name##_d4(__m256d v) {                                                                  \
        Sleef_##name##d4_u10avx2_unary(&v, &v);                                                                        \
        return v;                                                                                                      \
    }                                                                                                                  \
    ENTER_UNARY(Sleef_##name##f8_u10avx2)                                                                              \
    AVX2 static inline __m256 name##_f8(__m256 v) {                                                                    \
        Sleef_##name##f8_u10avx2_unary(&v, &v);                                                                        \
        return v;                                                                                                      \
    }
#define SLEEF_BINARY(name)                                                                                             \
    ENTER_BINARY(Sleef_##name##d4_u10avx2)                                                                             \
    AVX2 static inline __m256d name##_d4(__m256d v, __m256d w) {                                                       \
        Sleef_##name##d4_u10avx2_binary(&v, &w, &v);                                                                   \
        return v;                                                                                                      \
    }                                                                                                                  \
    ENTER_BINARY(Sleef_##name##f8_u10avx2)                                                                             \
    AVX2 static inline __m256 name##_f8(__m256 v, __m256 w) {                                                          \
        Sleef_##name##f8_u10avx2_binary(&v, &w, &v);                                                                   \
        return v;                                                                                                      \
    }

SLEEF_UNARY(expm1)
SLEEF_UNARY(log)
SLEEF_UNARY(log1p)
SLEEF_UNARY(sin)
SLEEF_UNARY(cos)
SLEEF_UNARY(tan)
SLEEF_UNARY(erf)
SLEEF_BINARY(pow)
SLEEF_BINARY(atan2)

#define KERNEL(name) name##_f64_avx2
#define TARGET AVX2
#define REAL_BITS 64
#define VECTOR __m256d
#define LANES 4
#define LOAD(p) _mm256_loadu_pd(p)
#define STORE(p, v) _mm256_storeu_pd(p, v)
#define SQUARE_ROOT(v) _mm256_sqrt_pd(v)
#define SLEEF(name) name##_d4
#include "Kernels.h"

#define KERNEL(name) name##_f32_avx2
#define TARGET AVX2
#define REAL_BITS 32
#define VECTOR __m256
#define LANES 8
#define LOAD(p) _mm256_loadu_ps(p)
#define STORE(p, v) _mm256_storeu_ps(p, v)
#define SQUARE_ROOT(v) _mm256_sqrt_ps(v)
#define SLEEF(name) name##_f8
#include "Kernels.h"
