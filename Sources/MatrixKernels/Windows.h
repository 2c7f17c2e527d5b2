// The largest elements of windows, which `Products.h` includes: with its parameters, and as often as it is included.

// Neighbouring windows, element by element of the window, so that the choices need no branches.
TARGET static __attribute__((noinline)) void KERNEL(largest_in_stretch)(const struct matrix_kernels_windows *s,
                                                                        const REAL *plane, size_t corner, size_t count,
                                                                        double *positions) {
    const size_t stride = s->stride;
    REAL best[LANES];
    int32_t places[LANES];
    for (size_t step = 0; step < count; step++) {
        best[step] = plane[corner + step * stride];
        places[step] = (int32_t)(corner + step * stride);
    }
    for (size_t y = 0; y < s->window_height; y++) {
        for (size_t x = y == 0 ? 1 : 0; x < s->window_width; x++) {
            const size_t start = corner + y * s->width + x;
            for (size_t step = 0; step < count; step++) {
                const REAL value = plane[start + step * stride], champion = best[step];
                // Larger or, unlike the champion, NaN.
                const bool wins = !(value <= champion) & (champion == champion);
                best[step] = wins ? value : champion;
                places[step] = wins ? (int32_t)(start + step * stride) : places[step];
            }
        }
    }
    for (size_t step = 0; step < count; step++) {
        positions[step] = (double)places[step];
    }
}

// The same of as many windows as a register holds, of 2 × 2 elements without a gap between them: the usual ones.
TARGET static __attribute__((noinline)) void KERNEL(largest_in_squares)(const struct matrix_kernels_windows *s, const REAL *plane,
                                                            size_t corner, double *positions) {
    REAL values[4][LANES];
    const int32_t offsets[4] = {0, 1, (int32_t)s->width, (int32_t)s->width + 1};
    for (size_t y = 0; y < 2; y++) {
        const REAL *row = plane + corner + y * s->width;
        const VECTOR left = KERNEL(load)(row), right = KERNEL(load)(row + LANES);
        KERNEL(store)(values[2 * y], EVENS(left, right));
        KERNEL(store)(values[2 * y + 1], ODDS(left, right));
    }
    for (size_t step = 0; step < LANES; step++) {
        REAL champion = values[0][step];
        int32_t place = 0;
#pragma clang loop unroll(full)
        for (size_t element = 1; element < 4; element++) {
            const REAL value = values[element][step];
            const bool wins = !(value <= champion) & (champion == champion);
            champion = wins ? value : champion;
            place = wins ? offsets[element] : place;
        }
        positions[step] = (double)((int32_t)(corner + 2 * step) + place);
    }
}

TARGET static void KERNEL(largest_in_windows)(const struct matrix_kernels_windows *s, const REAL *planes,
                                              double *positions) {
    const size_t plane = s->height * s->width, places = s->planes * s->rows * s->columns;
    const bool squares = s->window_height == 2 && s->window_width == 2 && s->stride == 2;
    size_t written = 0;
    for (size_t index = 0; index < s->planes; index++) {
        for (size_t row = 0; row < s->rows; row++) {
            for (size_t column = 0; column < s->columns; column += LANES) {
                const size_t corner = (row * s->width + column) * s->stride;
                const size_t count = smaller(s->columns - column, LANES);
                double *target = positions + written;
                // A whole register's, where memory goes on: what is too much is overwritten by what follows.
                if (squares && index * plane + corner + s->width + 2 * LANES <= s->planes * plane &&
                    written + LANES <= places) {
                    KERNEL(largest_in_squares)(s, planes + index * plane, corner, target);
                } else {
                    KERNEL(largest_in_stretch)(s, planes + index * plane, corner, count, target);
                }
                written += count;
            }
        }
    }
}
