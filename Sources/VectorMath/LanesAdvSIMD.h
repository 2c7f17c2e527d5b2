// Registers of 2 doubles or 4 floats, on arm64, where every machine has them.

#define KERNEL(name) name##_f64_advsimd
#define TARGET
#define REAL_BITS 64
#define VECTOR float64x2_t
#define LANES 2
#define LOAD(p) vld1q_f64(p)
#define STORE(p, v) vst1q_f64(p, v)
#define SQUARE_ROOT(v) vsqrtq_f64(v)
#define SLEEF(name) Sleef_##name##d2_u10advsimd
#include "Kernels.h"

#define KERNEL(name) name##_f32_advsimd
#define TARGET
#define REAL_BITS 32
#define VECTOR float32x4_t
#define LANES 4
#define LOAD(p) vld1q_f32(p)
#define STORE(p, v) vst1q_f32(p, v)
#define SQUARE_ROOT(v) vsqrtq_f32(v)
#define SLEEF(name) Sleef_##name##f4_u10advsimd
#include "Kernels.h"
