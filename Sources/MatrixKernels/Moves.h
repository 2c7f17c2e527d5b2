// Moves of registers and of blocks of them, which `Products.h` needs: with its parameters, and as often as it is
// included.

TARGET static ALWAYS_INLINE VECTOR KERNEL(load)(const REAL *p) {
    VECTOR v;
    memcpy(&v, p, sizeof(v));
    return v;
}

// Subtracting zero leaves every number as it is, −0 too, and the compiler knows.
TARGET static ALWAYS_INLINE VECTOR KERNEL(spread)(REAL x) { return x - (VECTOR){0}; }

TARGET static ALWAYS_INLINE void KERNEL(store)(REAL *p, VECTOR v) { memcpy(p, &v, sizeof(v)); }

// The first `count` elements of a register, fewer than all.
TARGET static ALWAYS_INLINE void KERNEL(store_part)(REAL *p, VECTOR v, size_t count) {
    REAL lanes[LANES];
    KERNEL(store)(lanes, v);
    const REAL *rest = lanes;
    if (LANES > 4 && (count & 4)) {
        memcpy(p, rest, 4 * sizeof(REAL));
        p += 4;
        rest += 4;
    }
    if (LANES > 2 && (count & 2)) {
        memcpy(p, rest, 2 * sizeof(REAL));
        p += 2;
        rest += 2;
    }
    if (count & 1) {
        *p = *rest;
    }
}

#if LANES == QUAD
// By cases: this runs in a product's inner loop.
TARGET static ALWAYS_INLINE VECTOR KERNEL(load_part)(const REAL *p, size_t count) {
    if (count == LANES) {
        return KERNEL(load)(p);
    }
    VECTOR v = {*p};
#if LANES > 2
    if (count > 1) {
        v[1] = p[1];
    }
    if (count > 2) {
        v[2] = p[2];
    }
#endif
    return v;
}
#endif

// Copies the columns of a tile together, `vectors` registers wide with zeros where the last is partial.
TARGET static void KERNEL(pack)(const REAL *b, size_t b_step, size_t vectors, size_t last, size_t depth, REAL *panel) {
    PART part = PART_OF(last);
    for (size_t p = 0; p < depth; p++, b += b_step) {
        if (vectors == 2) {
            KERNEL(store)(panel, KERNEL(load)(b));
            panel += LANES;
        }
        KERNEL(store)(panel, LOAD_PART(b + (vectors - 1) * LANES, part));
        panel += LANES;
    }
}

// Writes `columns` rows of `b`, contiguous along p, as the columns of a panel `width` wide. Columns that the panel has
// beyond them repeat the last: whatever they hold is multiplied and thrown away.
TARGET static void KERNEL(pack_transposed)(const REAL *b, size_t b_row, size_t columns, size_t depth, REAL *panel,
                                           size_t width) {
    for (size_t column = 0; column < width; column += LANES) {
        const REAL *rows[LANES];
        for (size_t lane = 0; lane < LANES; lane++) {
            rows[lane] = b + smaller(column + lane, columns - 1) * b_row;
        }
        if (depth < QUAD) {
            for (size_t p = 0; p < depth; p++) {
#pragma clang loop unroll(full)
                for (size_t lane = 0; lane < LANES; lane++) {
                    panel[p * width + column + lane] = rows[lane][p];
                }
            }
            continue;
        }
        // The last step goes back to fill its chunks, over what the one before it wrote.
        for (size_t step = 0; step < depth; step += QUAD) {
            const size_t p = smaller(step, depth - QUAD);
            VECTOR t[QUAD];
#pragma clang loop unroll(full)
            for (size_t i = 0; i < QUAD; i++) {
                t[i] = LOAD_CHUNKS(rows[i] + p, rows[LANES - QUAD + i] + p);
            }
            TRANSPOSE(t);
#pragma clang loop unroll(full)
            for (size_t i = 0; i < QUAD; i++) {
                KERNEL(store)(panel + (p + i) * width + column, t[i]);
            }
        }
    }
}

// y[j, i] = x[i, j], in blocks of registers: the last of them go back to be whole, over what others wrote.
TARGET static void KERNEL(transpose)(const REAL *x, size_t x_row, REAL *y, size_t y_row, size_t rows, size_t columns) {
    if (rows < LANES || columns < QUAD) {
        for (size_t j = 0; j < columns; j++) {
            for (size_t i = 0; i < rows; i++) {
                y[j * y_row + i] = x[i * x_row + j];
            }
        }
        return;
    }
    for (size_t left = 0; left < columns; left += CACHED_LINES) {
        const size_t right = smaller(left + CACHED_LINES, columns);
        for (size_t row = 0; row < rows; row += LANES) {
            const size_t i = smaller(row, rows - LANES);
            const REAL *const block = x + i * x_row;
            for (size_t column = left; column < right; column += QUAD) {
                const size_t j = smaller(column, columns - QUAD);
                VECTOR t[QUAD];
#pragma clang loop unroll(full)
                for (size_t r = 0; r < QUAD; r++) {
                    t[r] = LOAD_CHUNKS(block + r * x_row + j, block + (LANES - QUAD + r) * x_row + j);
                }
                TRANSPOSE(t);
#pragma clang loop unroll(full)
                for (size_t r = 0; r < QUAD; r++) {
                    KERNEL(store)(y + (j + r) * y_row + i, t[r]);
                }
            }
        }
    }
}
