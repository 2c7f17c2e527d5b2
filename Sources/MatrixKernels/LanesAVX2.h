// Registers of 4 doubles or 8 floats, on x86-64 machines with AVX2 and fused multiply-add.

#define AVX2 __attribute__((target("avx2,fma")))
#define MULTIPLY_ADD(x, y, z) __builtin_elementwise_fma(x, y, z)

// Read from the (8 − count)th on, the mask of the first `count` of 8 lanes.
static const int32_t lane_masks[16] = {-1, -1, -1, -1, -1, -1, -1, -1};

AVX2 static inline __m256i lane_mask(size_t lanes) {
    return _mm256_loadu_si256((const __m256i *)(lane_masks + 8 - lanes));
}

AVX2 static ALWAYS_INLINE void transpose_d4(__m256d *t) {
    __m256d low = _mm256_unpacklo_pd(t[0], t[1]);
    t[1] = _mm256_unpackhi_pd(t[0], t[1]);
    t[0] = low;
}

AVX2 static ALWAYS_INLINE void transpose_f8(__m256 *t) {
    __m256 a = _mm256_unpacklo_ps(t[0], t[1]), b = _mm256_unpackhi_ps(t[0], t[1]);
    __m256 c = _mm256_unpacklo_ps(t[2], t[3]), d = _mm256_unpackhi_ps(t[2], t[3]);
    t[0] = _mm256_shuffle_ps(a, c, _MM_SHUFFLE(1, 0, 1, 0));
    t[1] = _mm256_shuffle_ps(a, c, _MM_SHUFFLE(3, 2, 3, 2));
    t[2] = _mm256_shuffle_ps(b, d, _MM_SHUFFLE(1, 0, 1, 0));
    t[3] = _mm256_shuffle_ps(b, d, _MM_SHUFFLE(3, 2, 3, 2));
}

#define KERNEL(name) name##_f64_avx2
#define TARGET AVX2
#define REAL double
#define VECTOR __m256d
#define LANES 4
#define QUAD 2
#define LOAD_CHUNKS(p, q) _mm256_loadu2_m128d(q, p)
#define STORE_JOINED(p, v) _mm_storeu_pd(p, _mm_add_pd(_mm256_castpd256_pd128(v), _mm256_extractf128_pd(v, 1)))
#define TRANSPOSE(t) transpose_d4(t)
#define PART __m256i
#define PACKED_PART_ROWS PACKED_ROWS
#define PART_OF(count) lane_mask(2 * (count))
#define LOAD_PART(p, part) _mm256_maskload_pd(p, (__m256i)(part))
#define EVENS(a, b) __builtin_shufflevector(a, b, 0, 2, 4, 6)
#define ODDS(a, b) __builtin_shufflevector(a, b, 1, 3, 5, 7)
#include "Products.h"

#define KERNEL(name) name##_f32_avx2
#define TARGET AVX2
#define REAL float
#define VECTOR __m256
#define LANES 8
#define QUAD 4
#define LOAD_CHUNKS(p, q) _mm256_loadu2_m128(q, p)
#define STORE_JOINED(p, v) _mm_storeu_ps(p, _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1)))
#define TRANSPOSE(t) transpose_f8(t)
#define PART __m256i
#define PACKED_PART_ROWS PACKED_ROWS
#define PART_OF(count) lane_mask(count)
#define LOAD_PART(p, part) _mm256_maskload_ps(p, part)
#define EVENS(a, b) __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14)
#define ODDS(a, b) __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15)
#include "Products.h"

#undef MULTIPLY_ADD
