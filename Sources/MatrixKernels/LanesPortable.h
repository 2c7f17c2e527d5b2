// Registers of 128 bits, which every 64-bit machine has: SSE2 on x86-64, AdvSIMD on arm64. The compiler's own vector
// types name neither. arm64 has fused multiply-add; x86-64 has it only together with wider registers.

typedef double double_lanes __attribute__((vector_size(16)));
typedef float float_lanes __attribute__((vector_size(16)));

#if defined(__aarch64__)
#define MULTIPLY_ADD(x, y, z) __builtin_elementwise_fma(x, y, z)
#else
#define MULTIPLY_ADD(x, y, z) ((x) * (y) + (z))
#endif

static ALWAYS_INLINE void transpose_double_lanes(double_lanes *t) {
    double_lanes low = __builtin_shufflevector(t[0], t[1], 0, 2);
    t[1] = __builtin_shufflevector(t[0], t[1], 1, 3);
    t[0] = low;
}

static ALWAYS_INLINE void transpose_float_lanes(float_lanes *t) {
    float_lanes a = __builtin_shufflevector(t[0], t[1], 0, 4, 1, 5);
    float_lanes b = __builtin_shufflevector(t[0], t[1], 2, 6, 3, 7);
    float_lanes c = __builtin_shufflevector(t[2], t[3], 0, 4, 1, 5);
    float_lanes d = __builtin_shufflevector(t[2], t[3], 2, 6, 3, 7);
    t[0] = __builtin_shufflevector(a, c, 0, 1, 4, 5);
    t[1] = __builtin_shufflevector(a, c, 2, 3, 6, 7);
    t[2] = __builtin_shufflevector(b, d, 0, 1, 4, 5);
    t[3] = __builtin_shufflevector(b, d, 2, 3, 6, 7);
}

#define KERNEL(name) name##_f64_portable
#define TARGET
#define REAL double
#define VECTOR double_lanes
#define LANES 2
#define QUAD 2
#define LOAD_CHUNKS(p, q) KERNEL(load)(p)
#define STORE_JOINED(p, v) KERNEL(store)(p, v)
#define TRANSPOSE(t) transpose_double_lanes(t)
#define PART size_t
#define PACKED_PART_ROWS 4
#define PART_OF(count) (count)
#define LOAD_PART(p, part) KERNEL(load_part)(p, part)
#define EVENS(a, b) __builtin_shufflevector(a, b, 0, 2)
#define ODDS(a, b) __builtin_shufflevector(a, b, 1, 3)
#include "Products.h"

#define KERNEL(name) name##_f32_portable
#define TARGET
#define REAL float
#define VECTOR float_lanes
#define LANES 4
#define QUAD 4
#define LOAD_CHUNKS(p, q) KERNEL(load)(p)
#define STORE_JOINED(p, v) KERNEL(store)(p, v)
#define TRANSPOSE(t) transpose_float_lanes(t)
#define PART size_t
#define PACKED_PART_ROWS 4
#define PART_OF(count) (count)
#define LOAD_PART(p, part) KERNEL(load_part)(p, part)
#define EVENS(a, b) __builtin_shufflevector(a, b, 0, 2, 4, 6)
#define ODDS(a, b) __builtin_shufflevector(a, b, 1, 3, 5, 7)
#include "Products.h"

#undef MULTIPLY_ADD
