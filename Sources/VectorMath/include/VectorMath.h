#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Elementary functions over whole arrays, in double (`_f64`) and single (`_f32`) precision.
///
/// Every kernel writes `count` elements to `y`. An input may be the output itself (`y == x`); arrays may not overlap
/// in any other way. No alignment is assumed, and with a count of zero no pointer is read.
///
/// An element's result depends on that element and the instruction set alone, never on its position, its neighbours,
/// or the array's length. Instruction sets may differ from one another by 2 ulp.
///
/// Accuracy: arithmetic and `sqrt` are correctly rounded; `tanh` is within 1.1 ulp, `sigmoid` within 2.4 ulp; every other
/// function is within 1 ulp (as SLEEF's `u10` functions are), or within 1.6 ulp where an input or the result is so near
/// underflow that intermediate values lose digits. Special values (zeros, infinities, NaN, domain errors, overflow) are
/// those of C's `<math.h>`, Annex F; `errno` is not meaningful.

/// The instruction sets that kernels exist for.
typedef enum VectorMathInstructionSet {
    /// One element at a time, on any machine.
    VECTOR_MATH_SCALAR = 0,
    /// 256-bit lanes with fused multiply-add, on x86-64.
    VECTOR_MATH_AVX2 = 1,
    /// 128-bit lanes, on arm64.
    VECTOR_MATH_ADVSIMD = 2,
} VectorMathInstructionSet;

/// The instruction set the calling thread's kernels use: the machine's best unless `vector_math_use` chose another.
VectorMathInstructionSet vector_math_instruction_set(void);

/// Makes the calling thread's kernels use the given instruction set; false, changing nothing, if this machine lacks it.
///
/// The choice is a thread's own so that a test of the fallback leaves computations on other threads as they were.
bool vector_math_use(VectorMathInstructionSet instruction_set);

/// `y = eˣ`.
void vector_math_exp_f64(const double *x, double *y, size_t count);
void vector_math_exp_f32(const float *x, float *y, size_t count);

/// `y = 1/(1 + e⁻ˣ)`, the logistic function.
void vector_math_sigmoid_f64(const double *x, double *y, size_t count);
void vector_math_sigmoid_f32(const float *x, float *y, size_t count);

/// `y = eˣ − 1`, without cancellation near zero.
void vector_math_expm1_f64(const double *x, double *y, size_t count);
void vector_math_expm1_f32(const float *x, float *y, size_t count);

/// `y = ln x`; −∞ at zero, NaN below.
void vector_math_log_f64(const double *x, double *y, size_t count);
void vector_math_log_f32(const float *x, float *y, size_t count);

/// `y = ln(1 + x)`, without cancellation near zero; −∞ at −1, NaN below.
void vector_math_log1p_f64(const double *x, double *y, size_t count);
void vector_math_log1p_f32(const float *x, float *y, size_t count);

/// `y = sin x`, in radians, for any finite `x`; NaN at the infinities.
void vector_math_sin_f64(const double *x, double *y, size_t count);
void vector_math_sin_f32(const float *x, float *y, size_t count);

/// `y = cos x`, in radians, for any finite `x`; NaN at the infinities.
void vector_math_cos_f64(const double *x, double *y, size_t count);
void vector_math_cos_f32(const float *x, float *y, size_t count);

/// `y = tan x`, in radians, for any finite `x`; NaN at the infinities.
void vector_math_tan_f64(const double *x, double *y, size_t count);
void vector_math_tan_f32(const float *x, float *y, size_t count);

/// `y = tanh x`.
void vector_math_tanh_f64(const double *x, double *y, size_t count);
void vector_math_tanh_f32(const float *x, float *y, size_t count);

/// `y = erf x = 2/√π ∫₀ˣ exp(−t²) dt`.
void vector_math_erf_f64(const double *x, double *y, size_t count);
void vector_math_erf_f32(const float *x, float *y, size_t count);

/// `y = √x`, correctly rounded; NaN below zero, −0 at −0.
void vector_math_sqrt_f64(const double *x, double *y, size_t count);
void vector_math_sqrt_f32(const float *x, float *y, size_t count);

/// `y = aᵇ`; NaN for a negative finite `a` to a finite power that is no integer, 1 wherever `b = 0` or `a = 1`.
void vector_math_pow_f64(const double *a, const double *b, double *y, size_t count);
void vector_math_pow_f32(const float *a, const float *b, float *y, size_t count);

/// `y` = the angle of the point `(b, a)`, in [−π, π]: `atan(a / b)` in the quadrant the signs tell.
void vector_math_atan2_f64(const double *a, const double *b, double *y, size_t count);
void vector_math_atan2_f32(const float *a, const float *b, float *y, size_t count);

/// `y = −x`.
void vector_math_negate_f64(const double *x, double *y, size_t count);
void vector_math_negate_f32(const float *x, float *y, size_t count);

/// `y = a + b`.
void vector_math_add_f64(const double *a, const double *b, double *y, size_t count);
void vector_math_add_f32(const float *a, const float *b, float *y, size_t count);

/// `y = a − b`.
void vector_math_subtract_f64(const double *a, const double *b, double *y, size_t count);
void vector_math_subtract_f32(const float *a, const float *b, float *y, size_t count);

/// `y = a · b`.
void vector_math_multiply_f64(const double *a, const double *b, double *y, size_t count);
void vector_math_multiply_f32(const float *a, const float *b, float *y, size_t count);

/// `y = a / b`.
void vector_math_divide_f64(const double *a, const double *b, double *y, size_t count);
void vector_math_divide_f32(const float *a, const float *b, float *y, size_t count);

/// `y = a · b`, but 0 where `a = 0`, whatever `b` is there.
void vector_math_scale_f64(const double *a, const double *b, double *y, size_t count);
void vector_math_scale_f32(const float *a, const float *b, float *y, size_t count);

/// Whether `a < b`; false where either is NaN.
void vector_math_less_f64(const double *a, const double *b, bool *y, size_t count);
void vector_math_less_f32(const float *a, const float *b, bool *y, size_t count);

/// Whether `a ≤ b`; false where either is NaN.
void vector_math_less_or_equal_f64(const double *a, const double *b, bool *y, size_t count);
void vector_math_less_or_equal_f32(const float *a, const float *b, bool *y, size_t count);

/// Whether `a = b`; false where either is NaN.
void vector_math_equal_f64(const double *a, const double *b, bool *y, size_t count);
void vector_math_equal_f32(const float *a, const float *b, bool *y, size_t count);

/// `y = a` where `p` is true, `b` elsewhere.
void vector_math_select_f64(const bool *p, const double *a, const double *b, double *y, size_t count);
void vector_math_select_f32(const bool *p, const float *a, const float *b, float *y, size_t count);
