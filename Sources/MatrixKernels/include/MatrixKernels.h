#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Products of small matrices, in double (`_f64`) and single (`_f32`) precision: `c = a b` for each of `batch` items
/// that lie one after the other.
///
/// Matrices are row-major and contiguous: `a` is m × k, or k × m where `transpose_left` has it read transposed; `b` is
/// k × n, or n × k with `transpose_right`; `c` is m × n, is only written, and overlaps neither. No alignment is
/// assumed.
///
/// They run on the instruction set that `vector_math_instruction_set()` tells. An item's result depends on that item,
/// the sizes and the instruction set alone. With k = 0 the product is zero.
void matrix_kernels_multiply_f64(const double *a, const double *b, double *c, size_t batch, size_t m, size_t n,
                                 size_t k, bool transpose_left, bool transpose_right);
void matrix_kernels_multiply_f32(const float *a, const float *b, float *c, size_t batch, size_t m, size_t n, size_t k,
                                 bool transpose_left, bool transpose_right);

/// A matrix moved to its transpose: `y[j, i] = x[i, j]`. Rows of `x` and of `y` begin so many elements apart; the bits
/// of an element stay as they are, whatever they stand for.
void matrix_kernels_transpose_f64(const double *x, size_t x_row, double *y, size_t y_row, size_t rows, size_t columns);
void matrix_kernels_transpose_f32(const float *x, size_t x_row, float *y, size_t y_row, size_t rows, size_t columns);
