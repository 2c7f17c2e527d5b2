// The products, written once. A lanes header includes this file once per precision, after defining:
//
//   KERNEL(name)          the function's name for this instruction set and precision
//   TARGET                the attribute that lets a function use the instruction set
//   REAL                  double or float
//   VECTOR, LANES         a register and how many elements it holds
//   QUAD                  how many elements 128 bits hold: a register is one or two such chunks
//   LOAD_CHUNKS(p, q)     a register of the chunk at p and, where it has two, the one at q
//   STORE_JOINED(p, v)    writes one chunk, the sum of a register's chunks
//   EVENS(a, b), ODDS(a, b)  every other element of two registers
//   TRANSPOSE(t)          transposes QUAD registers, chunk by chunk
//   PART, PART_OF(count)  what a partial load takes to know that `count` elements are there
//   LOAD_PART(p, part)    a register whose missing elements are zero, and not read
//   PACKED_PART_ROWS      rows enough to copy a tile's right side rather than load it in part again and again
//   MULTIPLY_ADD(x, y, z) x y + z; defined for both precisions
//
// Hence no include guard; the parameters are undefined again at the end.
//
// Every element of a product of matrices is one sum in order of k, so that it does not depend on how rows and columns
// fall into tiles. Dot products (n = 1, or few rows with the right side transposed) are summed lane by lane.

#define ROWS 6
#define ROW_VECTORS 8
// Rows too few to share what is read of the right side.
#define FEW_ROWS 4
// Rows enough to repay copying the right side together.
#define PACKED_ROWS 32
// How many rows of an output are written in turn: the innermost cache keeps a line of each.
#define CACHED_LINES 64
// So many rows of a packed panel fit half the innermost cache.
#define DEPTH (1024 / (int)sizeof(REAL))

#include "Moves.h"

// A block of the output, up to `ROWS` high and two registers wide, and where its inputs lie. Element (i, p) of the left
// side is a[i * a_row + p * a_step]; a row of the right side is contiguous.
struct KERNEL(tile) {
    const REAL *a, *b;
    REAL *c;
    size_t a_row, a_step, b_step, c_row, depth;
    // How many columns the last register has.
    size_t last;
    // Whether the output holds the sum over the earlier rows of the right side, which then goes on.
    bool onto;
    // Whether the output holds a sum that this one, made by itself, is added to.
    bool added;
};

TARGET static ALWAYS_INLINE void KERNEL(multiply_tile)(const struct KERNEL(tile) * tile, const size_t rows,
                                                       const size_t vectors, const bool partial) {
    const size_t a_row = tile->a_row, a_step = tile->a_step, b_step = tile->b_step, c_row = tile->c_row;
    const REAL *a = tile->a, *b = tile->b;
    // A second pointer, whose origin is hidden from the compiler: it would reach every row from the one before, by a
    // chain of additions that takes longer than the products.
    const REAL *lower = a + 3 * a_row;
    __asm__("" : "+r"(lower));
    REAL *const c = tile->c;
    PART part = PART_OF(tile->last);
    VECTOR sums[ROWS][2];
#pragma clang loop unroll(full)
    for (size_t i = 0; i < rows; i++) {
#pragma clang loop unroll(full)
        for (size_t v = 0; v < vectors; v++) {
            sums[i][v] = (VECTOR){0};
        }
    }
    if (tile->onto) {
#pragma clang loop unroll(full)
        for (size_t i = 0; i < rows; i++) {
#pragma clang loop unroll(full)
            for (size_t v = 0; v < vectors; v++) {
                const REAL *before = c + i * c_row + v * LANES;
                sums[i][v] = partial && v + 1 == vectors ? LOAD_PART(before, part) : KERNEL(load)(before);
            }
        }
    }
    for (size_t p = 0; p < tile->depth; p++) {
        VECTOR right[2];
#pragma clang loop unroll(full)
        for (size_t v = 0; v < vectors; v++) {
            right[v] = partial && v + 1 == vectors ? LOAD_PART(b + v * LANES, part) : KERNEL(load)(b + v * LANES);
        }
#pragma clang loop unroll(full)
        for (size_t i = 0; i < rows; i++) {
            const VECTOR left = KERNEL(spread)((i < 3 ? a : lower)[i % 3 * a_row]);
#pragma clang loop unroll(full)
            for (size_t v = 0; v < vectors; v++) {
                sums[i][v] = MULTIPLY_ADD(left, right[v], sums[i][v]);
            }
        }
        a += a_step;
        lower += a_step;
        b += b_step;
    }
#pragma clang loop unroll(full)
    for (size_t i = 0; i < rows; i++) {
#pragma clang loop unroll(full)
        for (size_t v = 0; v < vectors; v++) {
            REAL *after = c + i * c_row + v * LANES;
            if (tile->added) {
                sums[i][v] += partial && v + 1 == vectors ? LOAD_PART(after, part) : KERNEL(load)(after);
            }
            if (partial && v + 1 == vectors) {
                KERNEL(store_part)(after, sums[i][v], tile->last);
            } else {
                KERNEL(store)(after, sums[i][v]);
            }
        }
    }
}

#define TILE(rows, vectors, partial)                                                                                   \
    TARGET static void KERNEL(tile_##rows##_##vectors##_##partial)(const struct KERNEL(tile) * tile) {                 \
        KERNEL(multiply_tile)(tile, rows, vectors, partial);                                                           \
    }
#define EACH_ROWS(DO, vectors, partial)                                                                                \
    DO(1, vectors, partial) DO(2, vectors, partial) DO(3, vectors, partial)                                            \
    DO(4, vectors, partial) DO(5, vectors, partial) DO(6, vectors, partial)
EACH_ROWS(TILE, 1, 0)
EACH_ROWS(TILE, 1, 1)
EACH_ROWS(TILE, 2, 0)
EACH_ROWS(TILE, 2, 1)

#define TILE_ENTRY(rows, vectors, partial) KERNEL(tile_##rows##_##vectors##_##partial),
// By the number of registers, whether the last is partial, and rows, each from its least.
static void (*const KERNEL(tiles)[2][2][ROWS])(const struct KERNEL(tile) *) = {
    {{EACH_ROWS(TILE_ENTRY, 1, 0)}, {EACH_ROWS(TILE_ENTRY, 1, 1)}},
    {{EACH_ROWS(TILE_ENTRY, 2, 0)}, {EACH_ROWS(TILE_ENTRY, 2, 1)}},
};

// All `m` rows of the left side by one panel: tiles one below the other.
TARGET static void KERNEL(multiply_panel)(struct KERNEL(tile) * tile, const REAL *a, REAL *c, size_t m,
                                          size_t vectors) {
    for (size_t row = 0; row < m;) {
        const size_t left = m - row;
        const size_t rows = left >= 2 * ROWS || left == ROWS ? ROWS : left > ROWS ? (left + 1) / 2 : left;
        tile->a = a + row * tile->a_row;
        tile->c = c + row * tile->c_row;
        KERNEL(tiles)[vectors - 1][tile->last < LANES][rows - 1](tile);
        row += rows;
    }
}

TARGET static void KERNEL(multiply_matrices)(const REAL *a, const REAL *b, REAL *c, size_t m, size_t n, size_t k,
                                             bool transpose_left, bool transpose_right) {
    REAL panel[DEPTH * 2 * LANES] __attribute__((aligned(64)));
    struct KERNEL(tile) tile = {
        .a_row = transpose_left ? 1 : k, .a_step = transpose_left ? m : 1, .c_row = n, .added = false};
    for (size_t column = 0; column < n; column += 2 * LANES) {
        const size_t columns = smaller(n - column, 2 * LANES);
        const size_t vectors = columns > LANES ? 2 : 1;
        tile.last = columns - (vectors - 1) * LANES;
        const bool packs = transpose_right || m >= (tile.last == LANES ? PACKED_ROWS : PACKED_PART_ROWS);
        for (size_t start = 0; start < k; start += tile.depth) {
            tile.depth = packs ? smaller(k - start, DEPTH) : k;
            tile.b = packs ? panel : b + column;
            tile.b_step = packs ? vectors * LANES : n;
            if (transpose_right) {
                KERNEL(pack_transposed)(b + column * k + start, k, columns, tile.depth, panel, vectors * LANES);
            } else if (packs) {
                KERNEL(pack)(b + start * n + column, n, vectors, tile.last, tile.depth, panel);
            }
            tile.onto = start > 0;
            KERNEL(multiply_panel)(&tile, a + start * tile.a_step, c + column, m, vectors);
        }
    }
}

// A row times a matrix: up to `ROW_VECTORS` registers of the output at once, the last of them maybe partial.
TARGET static ALWAYS_INLINE void KERNEL(multiply_row)(const REAL *a, size_t a_step, const REAL *b, REAL *c,
                                                      size_t b_step, size_t k, const size_t vectors, size_t last) {
    PART part = PART_OF(last);
    VECTOR sums[ROW_VECTORS];
#pragma clang loop unroll(full)
    for (size_t v = 0; v < vectors; v++) {
        sums[v] = (VECTOR){0};
    }
    for (size_t p = 0; p < k; p++, a += a_step, b += b_step) {
        const VECTOR left = KERNEL(spread)(*a);
#pragma clang loop unroll(full)
        for (size_t v = 0; v < vectors; v++) {
            const VECTOR right = v + 1 == vectors ? LOAD_PART(b + v * LANES, part) : KERNEL(load)(b + v * LANES);
            sums[v] = MULTIPLY_ADD(left, right, sums[v]);
        }
    }
#pragma clang loop unroll(full)
    for (size_t v = 0; v + 1 < vectors; v++) {
        KERNEL(store)(c + v * LANES, sums[v]);
    }
    if (last == LANES) {
        KERNEL(store)(c + (vectors - 1) * LANES, sums[vectors - 1]);
    } else {
        KERNEL(store_part)(c + (vectors - 1) * LANES, sums[vectors - 1], last);
    }
}

TARGET static void KERNEL(row_times_matrix)(const REAL *a, size_t a_step, const REAL *b, REAL *c, size_t n, size_t k) {
    for (size_t column = 0; column < n; column += ROW_VECTORS * LANES) {
        const size_t columns = smaller(n - column, ROW_VECTORS * LANES);
        const size_t vectors = (columns + LANES - 1) / LANES;
        const size_t last = columns - (vectors - 1) * LANES;
        switch (vectors) {
#define ROW_CASE(count)                                                                                                \
    case count:                                                                                                        \
        KERNEL(multiply_row)(a, a_step, b + column, c + column, n, k, count, last);                                    \
        break;
            ROW_CASE(1) ROW_CASE(2) ROW_CASE(3) ROW_CASE(4) ROW_CASE(5) ROW_CASE(6) ROW_CASE(7) ROW_CASE(8)
        }
    }
}

// The dot product of each of `m` contiguous rows with one vector: `QUAD` rows at a time, in two strands each.
TARGET static void KERNEL(dot_products)(const REAL *a, const REAL *b, REAL *c, size_t m, size_t k) {
    for (size_t row = 0; row < m; row += QUAD) {
        const REAL *rows[QUAD];
        VECTOR sums[QUAD], others[QUAD];
        for (size_t i = 0; i < QUAD; i++) {
            rows[i] = a + smaller(row + i, m - 1) * k;
            sums[i] = others[i] = (VECTOR){0};
        }
        size_t p = 0;
        for (; p + 2 * LANES <= k; p += 2 * LANES) {
            const VECTOR first = KERNEL(load)(b + p), second = KERNEL(load)(b + p + LANES);
#pragma clang loop unroll(full)
            for (size_t i = 0; i < QUAD; i++) {
                sums[i] = MULTIPLY_ADD(KERNEL(load)(rows[i] + p), first, sums[i]);
                others[i] = MULTIPLY_ADD(KERNEL(load)(rows[i] + p + LANES), second, others[i]);
            }
        }
        for (; p < k; p += LANES) {
            const PART part = PART_OF(smaller(k - p, LANES));
            const VECTOR right = LOAD_PART(b + p, part);
#pragma clang loop unroll(full)
            for (size_t i = 0; i < QUAD; i++) {
                sums[i] = MULTIPLY_ADD(LOAD_PART(rows[i] + p, part), right, sums[i]);
            }
        }
#pragma clang loop unroll(full)
        for (size_t i = 0; i < QUAD; i++) {
            sums[i] += others[i];
        }
        TRANSPOSE(sums);
        VECTOR total = sums[0];
#pragma clang loop unroll(full)
        for (size_t i = 1; i < QUAD; i++) {
            total += sums[i];
        }
        if (row + QUAD <= m) {
            STORE_JOINED(c + row, total);
        } else {
            REAL joined[QUAD];
            STORE_JOINED(joined, total);
            for (size_t i = 0; row + i < m; i++) {
                c[row + i] = joined[i];
            }
        }
    }
}

static void KERNEL(multiply)(const REAL *a, const REAL *b, REAL *c, size_t batch, size_t m, size_t n, size_t k,
                             bool transpose_left, bool transpose_right) {
    if (k == 0) {
        memset(c, 0, batch * m * n * sizeof(REAL));
        return;
    }
    // One row or one column lies alike either way.
    if (k == 1) {
        transpose_left = true;
        transpose_right = false;
    }
    for (size_t item = 0; item < batch; item++, a += m * k, b += k * n, c += m * n) {
        if (n == 1 && !transpose_left) {
            KERNEL(dot_products)(a, b, c, m, k);
        } else if (n == 1) {
            KERNEL(row_times_matrix)(b, 1, a, c, m, k);
        } else if (transpose_right && ((m == 1 && k >= 2 * LANES) || (m == 2 && k >= 4 * LANES && !transpose_left))) {
            for (size_t row = 0; row < m; row++) {
                KERNEL(dot_products)(b, a + row * k, c + row * n, n, k);
            }
        } else if (!transpose_right && (m == 1 || (m <= FEW_ROWS && n > 4 * LANES))) {
            for (size_t row = 0; row < m; row++) {
                const REAL *left = a + (transpose_left ? row : row * k);
                KERNEL(row_times_matrix)(left, transpose_left ? m : 1, b, c + row * n, n, k);
            }
        } else {
            KERNEL(multiply_matrices)(a, b, c, m, n, k, transpose_left, transpose_right);
        }
    }
}

#include "Convolutions.h"
#include "Windows.h"

#undef KERNEL
#undef TARGET
#undef REAL
#undef VECTOR
#undef LANES
#undef QUAD
#undef LOAD_CHUNKS
#undef STORE_JOINED
#undef EVENS
#undef ODDS
#undef TRANSPOSE
#undef PART
#undef PART_OF
#undef PACKED_PART_ROWS
#undef LOAD_PART
#undef ROWS
#undef ROW_VECTORS
#undef FEW_ROWS
#undef PACKED_ROWS
#undef CACHED_LINES
#undef DEPTH
#undef TILE
#undef EACH_ROWS
#undef TILE_ENTRY
#undef ROW_CASE
