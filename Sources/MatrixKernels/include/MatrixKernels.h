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

/// What a convolution works on: images [images, channels, height, width], kernels [filters, channels, kernel_height,
/// kernel_width], and what stands at the places a kernel takes, [images, filters, rows, columns]. The first place lies
/// `top` rows above the image and `left` columns beside it; neighbours lie `stride` apart. Outside of the image there
/// are zeros. No size is 0.
struct matrix_kernels_convolution {
    size_t images, channels, height, width;
    size_t filters, kernel_height, kernel_width;
    size_t stride, top, left;
    size_t rows, columns;
};

/// How many elements the `work` of one of the functions below needs.
size_t matrix_kernels_convolution_work_f64(const struct matrix_kernels_convolution *shape);
size_t matrix_kernels_convolution_work_f32(const struct matrix_kernels_convolution *shape);

/// The three sides of one trilinear form, Σ places[n, o, y, x] · kernels[o, c, i, j] · images[n, c, y·stride + i − top,
/// x·stride + j − left]: what it has for a slope in each, given the other two. Images and places of one image depend on
/// no other image. Of kernels only the channels from `first` to before `last` are written, and depend on no others.
void matrix_kernels_convolve_f64(const struct matrix_kernels_convolution *shape, const double *images,
                                 const double *kernels, double *places, double *work);
void matrix_kernels_convolve_f32(const struct matrix_kernels_convolution *shape, const float *images,
                                 const float *kernels, float *places, float *work);
void matrix_kernels_convolution_images_f64(const struct matrix_kernels_convolution *shape, const double *places,
                                           const double *kernels, double *images, double *work);
void matrix_kernels_convolution_images_f32(const struct matrix_kernels_convolution *shape, const float *places,
                                           const float *kernels, float *images, float *work);
void matrix_kernels_convolution_kernels_f64(const struct matrix_kernels_convolution *shape, const double *images,
                                            const double *places, double *kernels, size_t first, size_t last,
                                            double *work);
void matrix_kernels_convolution_kernels_f32(const struct matrix_kernels_convolution *shape, const float *images,
                                            const float *places, float *kernels, size_t first, size_t last,
                                            float *work);

/// Windows over planes of `height` × `width`: rows × columns of them, `stride` apart, all inside.
struct matrix_kernels_windows {
    size_t planes, height, width;
    size_t window_height, window_width, stride;
    size_t rows, columns;
};

/// Where in its plane the largest element of each window stands, counted in row-major order: the first of equals, and
/// the first NaN where there is one. Planes have fewer than 2³¹ elements.
void matrix_kernels_largest_in_windows_f64(const struct matrix_kernels_windows *shape, const double *planes,
                                           double *positions);
void matrix_kernels_largest_in_windows_f32(const struct matrix_kernels_windows *shape, const float *planes,
                                           double *positions);
