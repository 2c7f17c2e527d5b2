// One element at a time. SLEEF's own scalar functions rather than libm's: they are accurate to the same bound on every
// system, where a libm's tanh or erf may be several ulp off.

#define KERNEL(name) name##_f64_scalar
#define TARGET
#define REAL_BITS 64
#define VECTOR double
#define LANES 1
#define LOAD(p) (*(p))
#define STORE(p, v) (*(p) = (v))
#define SQUARE_ROOT(v) sqrt(v)
#define SLEEF(name) Sleef_##name##_u10
#include "Kernels.h"

#define KERNEL(name) name##_f32_scalar
#define TARGET
#define REAL_BITS 32
#define VECTOR float
#define LANES 1
#define LOAD(p) (*(p))
#define STORE(p, v) (*(p) = (v))
#define SQUARE_ROOT(v) sqrtf(v)
#define SLEEF(name) Sleef_##name##f_u10
#include "Kernels.h"
