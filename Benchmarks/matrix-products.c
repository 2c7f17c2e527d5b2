// Times the package's own products of matrices against OpenBLAS's, turn and turn about, and prints the medians.
#include <cblas.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "MatrixKernels.h"

typedef struct {
    long batch, m, n, k;
    bool transpose_left, transpose_right, is_double;
} Product;

static double *a, *b, *c;

static void multiply_own(Product p) {
    if (p.is_double) {
        matrix_kernels_multiply_f64(a, b, c, p.batch, p.m, p.n, p.k, p.transpose_left, p.transpose_right);
    } else {
        matrix_kernels_multiply_f32((float *)a, (float *)b, (float *)c, p.batch, p.m, p.n, p.k, p.transpose_left,
                                    p.transpose_right);
    }
}

static void multiply_openblas(Product p) {
    const CBLAS_TRANSPOSE left = p.transpose_left ? CblasTrans : CblasNoTrans;
    const CBLAS_TRANSPOSE right = p.transpose_right ? CblasTrans : CblasNoTrans;
    const long a_row = p.transpose_left ? p.m : p.k, b_row = p.transpose_right ? p.k : p.n;
    for (long item = 0; item < p.batch; item++) {
        const long x = item * p.m * p.k, y = item * p.k * p.n, z = item * p.m * p.n;
        if (p.is_double) {
            cblas_dgemm(CblasRowMajor, left, right, p.m, p.n, p.k, 1, a + x, a_row, b + y, b_row, 0, c + z, p.n);
        } else {
            cblas_sgemm(CblasRowMajor, left, right, p.m, p.n, p.k, 1, (float *)a + x, a_row, (float *)b + y, b_row, 0,
                        (float *)c + z, p.n);
        }
    }
}

static double seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec * 1e-9;
}

static int order(const void *x, const void *y) {
    const double left = *(const double *)x, right = *(const double *)y;
    return (left > right) - (left < right);
}

enum { ROUNDS = 41 };

static void measure(Product p) {
    const long elements[] = {p.batch * p.m * p.k, p.batch * p.k * p.n};
    for (long i = 0; i < elements[0] || i < elements[1]; i++) {
        const double x = drand48() - 0.5, y = drand48() - 0.5;
        if (p.is_double) {
            if (i < elements[0]) a[i] = x;
            if (i < elements[1]) b[i] = y;
        } else {
            if (i < elements[0]) ((float *)a)[i] = x;
            if (i < elements[1]) ((float *)b)[i] = y;
        }
    }
    multiply_own(p);
    multiply_openblas(p);
    const double start = seconds();
    multiply_own(p);
    multiply_openblas(p);
    // So often that the clock's own time does not count.
    const long repeats = 1 + (long)(3e-5 / (seconds() - start));
    double own[ROUNDS], openblas[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        const double first = seconds();
        for (long i = 0; i < repeats; i++) multiply_own(p);
        const double second = seconds();
        for (long i = 0; i < repeats; i++) multiply_openblas(p);
        own[round] = (second - first) / repeats;
        openblas[round] = (seconds() - second) / repeats;
    }
    qsort(own, ROUNDS, sizeof(double), order);
    qsort(openblas, ROUNDS, sizeof(double), order);
    const double x = own[ROUNDS / 2], y = openblas[ROUNDS / 2];
    printf("%s %c%c %3ld x %4ld %4ld %4ld %10.0f %10.0f %6.2f\n", p.is_double ? "f64" : "f32",
           p.transpose_left ? 'T' : 'N', p.transpose_right ? 'T' : 'N', p.batch, p.m, p.n, p.k, x * 1e9, y * 1e9,
           x / y);
}

int main(int count, char **arguments) {
    const size_t bytes = 64 << 20;
    a = aligned_alloc(64, bytes), b = aligned_alloc(64, bytes), c = aligned_alloc(64, bytes);
    if (a == NULL || b == NULL || c == NULL) return 1;
    openblas_set_num_threads(1);
    puts("             batch m n k     own ns  OpenBLAS ns  ratio");
    // The products of two-layer networks of 40 units on 25 tasks of 10 points, forwards and backwards.
    static const long models[][6] = {
        {25, 10, 40, 40, 0, 0}, {25, 10, 40, 40, 0, 1}, {25, 40, 40, 10, 1, 0}, {25, 10, 40, 1, 0, 0},
        {25, 10, 1, 40, 0, 0},  {25, 40, 1, 10, 1, 0},  {25, 1, 40, 10, 1, 0},  {1, 250, 40, 40, 0, 0},
        {1, 250, 40, 40, 0, 1}, {1, 40, 40, 250, 0, 0}, {1, 40, 40, 250, 1, 0}, {1, 250, 40, 1, 0, 0},
        {1, 250, 1, 40, 0, 0},  {1, 40, 1, 250, 1, 0},
    };
    static const long grid[] = {1, 2, 4, 10, 16, 40, 64, 100, 128, 256};
    const size_t sizes = sizeof grid / sizeof *grid;
    const bool all = count > 1 && arguments[1][0] == 'a';
    for (int is_double = 0; is_double < 2; is_double++) {
        for (size_t i = 0; i < sizeof models / sizeof *models && !all; i++) {
            const long *s = models[i];
            measure((Product){s[0], s[1], s[2], s[3], s[4], s[5], is_double});
        }
        for (size_t i = 0; i < 3 * sizes * sizes * sizes && all; i++) {
            const size_t way = i / (sizes * sizes * sizes);
            measure((Product){1, grid[i / sizes / sizes % sizes], grid[i / sizes % sizes], grid[i % sizes], way == 2,
                              way == 1, is_double});
        }
    }
}
