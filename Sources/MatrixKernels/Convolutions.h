// Convolutions, which `Products.h` includes: with its parameters, and as often as it is included.
//
// A convolution is the product of the kernels [filters, elements] and of the windows' contents [elements, places], where
// an element is a channel, a row and a column of the kernel. That second matrix, several times as large as the images,
// is never written out: only as much of it as the innermost caches hold (implicit GEMM; Chetlur et al. 2014, "cuDNN",
// section 3). Sums are made in chains of at most `DEPTH` terms, which are then added: a chain through all images would lose
// more. Images are first copied into frames of zeros, a few at a time, so that each window lies whole in memory,
// and the same element of neighbouring windows side by side.

// What moves over what: images in frames, and the places a window takes in a frame.
struct KERNEL(frames) {
    // Of the images: planes of `height` × `width`, `channels` of them read of the `stored` that each image has.
    size_t channels, stored, height, width;
    // An image's row i is the frame's row i * spread + top, where there is one; columns likewise.
    size_t spread;
    ptrdiff_t top, left;
    size_t frame_height, frame_width;
    // Of the window.
    size_t window_height, window_width, stride;
    // The windows' places in a frame.
    size_t rows, columns;
};

// So many columns of a frame that has `count` are a column of the image: those from the first to before the last.
static void KERNEL(covered)(ptrdiff_t start, size_t spread, size_t count, size_t size, size_t *first, size_t *last) {
    const ptrdiff_t step = (ptrdiff_t)spread;
    const ptrdiff_t from = start >= 0 ? 0 : (-start + step - 1) / step;
    const ptrdiff_t to = (ptrdiff_t)count <= start ? 0 : ((ptrdiff_t)count - start + step - 1) / step;
    *first = (size_t)from;
    *last = smaller(to < from ? (size_t)from : (size_t)to, size);
}

TARGET static void KERNEL(frame_images)(const struct KERNEL(frames) * f, const REAL *images, size_t count,
                                        REAL *framed) {
    const size_t frame = f->frame_height * f->frame_width;
    memset(framed, 0, count * f->channels * frame * sizeof(REAL));
    size_t first_row, last_row, first, last;
    KERNEL(covered)(f->top, f->spread, f->frame_height, f->height, &first_row, &last_row);
    KERNEL(covered)(f->left, f->spread, f->frame_width, f->width, &first, &last);
    for (size_t image = 0; image < count; image++) {
        for (size_t channel = 0; channel < f->channels; channel++) {
            const REAL *plane = images + (image * f->stored + channel) * f->height * f->width;
            REAL *target = framed + (image * f->channels + channel) * frame;
            for (size_t row = first_row; row < last_row; row++) {
                const REAL *from = plane + row * f->width;
                REAL *to = target + (size_t)((ptrdiff_t)(row * f->spread) + f->top) * f->frame_width + f->left;
                for (size_t column = first; column < last; column++) {
                    to[column * f->spread] = from[column];
                }
            }
        }
    }
}

// Where the windows of neighbouring places in one row of a frame begin.
struct KERNEL(stretch) {
    size_t start, count;
};

// The stretches that make up the places from `first` to before `last`, counted through all frames.
static size_t KERNEL(stretches)(const struct KERNEL(frames) * f, size_t first, size_t last,
                                struct KERNEL(stretch) * stretches) {
    size_t count = 0;
    while (first < last) {
        const size_t line = first / f->columns, column = first % f->columns;
        const size_t image = line / f->rows, row = line % f->rows;
        stretches[count].start =
            (image * f->channels * f->frame_height + row * f->stride) * f->frame_width + column * f->stride;
        stretches[count].count = smaller(f->columns - column, last - first);
        first += stretches[count].count;
        count++;
    }
    return count;
}

// Rows `start` to before `start + depth` of the windows' contents at one stretch of places: a row for each element of the
// window, `vectors` registers wide where that is not 0. Up to a register's elements are read and written too many.
TARGET static ALWAYS_INLINE void KERNEL(copy_stretch)(const struct KERNEL(frames) * f, const REAL *framed,
                                                      const struct KERNEL(stretch) * stretch, const size_t vectors,
                                                      size_t start, size_t depth, REAL *to, size_t to_row) {
    size_t x = start % f->window_width, y = start / f->window_width % f->window_height;
    const size_t frame = f->frame_height * f->frame_width;
    const size_t channel = start / (f->window_width * f->window_height);
    const REAL *from = framed + stretch->start + channel * frame + y * f->frame_width + x;
    for (size_t p = 0; p < depth; p++, to += to_row) {
        if (vectors > 0) {
#pragma clang loop unroll(full)
            for (size_t v = 0; v < vectors; v++) {
                KERNEL(store)(to + v * LANES, KERNEL(load)(from + v * LANES));
            }
        } else if (f->stride == 1) {
            memcpy(to, from, stretch->count * sizeof(REAL));
        } else {
            for (size_t step = 0; step < stretch->count; step++) {
                to[step] = from[step * f->stride];
            }
        }
        from++;
        if (++x == f->window_width) {
            x = 0;
            from += f->frame_width - f->window_width;
            if (++y == f->window_height) {
                y = 0;
                from += frame - f->window_height * f->frame_width;
            }
        }
    }
}

// The same at all stretches, side by side: what one writes too many is overwritten by the next, or lies in the
// register's room that rows have at their end.
TARGET static void KERNEL(copy_windows)(const struct KERNEL(frames) * f, const REAL *framed,
                                        const struct KERNEL(stretch) * stretches, size_t count, size_t start,
                                        size_t depth, REAL *target, size_t target_row) {
    for (size_t s = 0; s < count; s++) {
        const size_t vectors = f->stride == 1 ? (stretches[s].count + LANES - 1) / LANES : 0;
        switch (vectors) {
#define STRETCH_CASE(vectors)                                                                                          \
    case vectors:                                                                                                      \
        KERNEL(copy_stretch)(f, framed, stretches + s, vectors, start, depth, target, target_row);                     \
        break;
            STRETCH_CASE(1) STRETCH_CASE(2) STRETCH_CASE(3) STRETCH_CASE(4)
#undef STRETCH_CASE
        default:
            KERNEL(copy_stretch)(f, framed, stretches + s, 0, start, depth, target, target_row);
        }
        target += stretches[s].count;
    }
}

// Terms of a sum that are added in turn, over the elements of a window.
#define CHAIN 128

// So many images are framed at once: enough for full tiles, few enough for the second cache.
static size_t KERNEL(images_at_once)(const struct KERNEL(frames) * f) {
    const size_t places = f->rows * f->columns;
    return places == 0 || places >= DEPTH ? 1 : DEPTH / places;
}

// Elements of the frames of so many images, and what is read past their end.
static size_t KERNEL(framed_size)(const struct KERNEL(frames) * f) {
    return KERNEL(images_at_once)(f) * f->channels * f->frame_height * f->frame_width + LANES;
}

static size_t KERNEL(frames_work)(const struct KERNEL(frames) * f, size_t filters) {
    return KERNEL(framed_size)(f) + (filters * 2 + 1) * LANES;
}

// Each place of each frame multiplied with each filter: [images, filters, places].
TARGET static void KERNEL(convolve_frames)(const struct KERNEL(frames) * f, const REAL *images, size_t count,
                                           const REAL *filters, size_t filter_count, REAL *output, REAL *work) {
    const size_t places = f->rows * f->columns;
    const size_t elements = f->channels * f->window_height * f->window_width;
    const size_t at_once = KERNEL(images_at_once)(f), parts = (elements + CHAIN - 1) / CHAIN;
    REAL panel[CHAIN * 3 * LANES] __attribute__((aligned(64)));
    REAL *const sums = work, *const framed = sums + (filter_count * 2 + 1) * LANES;
    struct KERNEL(stretch) stretches[2 * LANES];
    struct KERNEL(tile) tile = {.a_row = elements, .a_step = 1, .last = LANES};
    for (size_t first = 0; first < count; first += at_once) {
        const size_t framed_images = smaller(at_once, count - first);
        KERNEL(frame_images)(f, images + first * f->stored * f->height * f->width, framed_images, framed);
        for (size_t place = 0; place < framed_images * places; place += 2 * LANES) {
            const size_t width = smaller(framed_images * places - place, 2 * LANES);
            const size_t vectors = width > LANES ? 2 : 1;
            const size_t stretch_count = KERNEL(stretches)(f, place, place + width, stretches);
            tile.b = panel;
            tile.b_step = (vectors + 1) * LANES;
            tile.c_row = vectors * LANES;
            for (size_t part = 0; part < parts; part++) {
                const size_t start = elements * part / parts;
                tile.depth = elements * (part + 1) / parts - start;
                tile.added = part > 0;
                KERNEL(copy_windows)(f, framed, stretches, stretch_count, start, tile.depth, panel, tile.b_step);
                KERNEL(multiply_panel)(&tile, filters + start, sums, filter_count, vectors);
            }
            for (size_t written = 0; written < width;) {
                const size_t image = first + (place + written) / places, start = (place + written) % places;
                const size_t length = smaller(places - start, width - written);
                const REAL *from = sums + written;
                REAL *to = output + image * filter_count * places + start;
                for (size_t filter = 0; filter < filter_count; filter++, from += tile.c_row, to += places) {
                    for (size_t step = 0; step < length; step += LANES) {
                        if (length - step >= LANES) {
                            KERNEL(store)(to + step, KERNEL(load)(from + step));
                        } else {
                            KERNEL(store_part)(to + step, KERNEL(load)(from + step), length - step);
                        }
                    }
                }
                written += length;
            }
        }
    }
}

// Rows of the windows' contents that are held at once, and columns of the panels they are multiplied with.
#define WINDOW_ROWS (16 * ROWS)
#define PANEL (2 * LANES)

static size_t KERNEL(panels)(size_t filters) { return (filters + PANEL - 1) / PANEL; }

static size_t KERNEL(correlation_work)(const struct KERNEL(frames) * f, size_t filters) {
    const size_t elements = f->channels * f->window_height * f->window_width;
    return KERNEL(framed_size)(f) + (DEPTH + elements) * KERNEL(panels)(filters) * PANEL + WINDOW_ROWS * (DEPTH + LANES);
}

// Σ over images and places of a value there and the window's contents: kernels [filters, elements] of which rows begin
// `kernel_row` apart, from values [images, filters, places]. What is summed up in between is its transpose.
TARGET static void KERNEL(correlate_frames)(const struct KERNEL(frames) * f, const REAL *images, size_t count,
                                            const REAL *values, size_t filters, REAL *kernels, size_t kernel_row,
                                            REAL *work) {
    const size_t places = f->rows * f->columns;
    const size_t elements = f->channels * f->window_height * f->window_width;
    const size_t at_once = KERNEL(images_at_once)(f), panels = KERNEL(panels)(filters);
    REAL *const value_panels = work, *const sums = value_panels + DEPTH * panels * PANEL;
    REAL *const windows = sums + elements * panels * PANEL, *const framed = windows + WINDOW_ROWS * (DEPTH + LANES);
    struct KERNEL(stretch) stretches[DEPTH];
    struct KERNEL(tile) tile = {.a_step = 1, .b_step = PANEL, .c_row = panels * PANEL, .last = LANES};
    for (size_t first = 0; first < count; first += at_once) {
        const size_t framed_images = smaller(at_once, count - first);
        KERNEL(frame_images)(f, images + first * f->stored * f->height * f->width, framed_images, framed);
        // Parts of about one size.
        const size_t total = framed_images * places, parts = (total + DEPTH - 1) / DEPTH;
        for (size_t part = 0; part < parts; part++) {
            const size_t start = total * part / parts, end = total * (part + 1) / parts;
            for (size_t panel = 0; panel < panels; panel++) {
                const size_t columns = smaller(filters - panel * PANEL, PANEL);
                REAL *target = value_panels + panel * DEPTH * PANEL;
                for (size_t place = start; place < end;) {
                    const size_t image = first + place / places, length = smaller(places - place % places, end - place);
                    KERNEL(pack_transposed)(values + (image * filters + panel * PANEL) * places + place % places,
                                            places, columns, length, target, PANEL);
                    target += length * PANEL;
                    place += length;
                }
            }
            const size_t stretch_count = KERNEL(stretches)(f, start, end, stretches);
            tile.depth = end - start;
            tile.a_row = tile.depth + LANES;
            tile.added = first > 0 || part > 0;
            for (size_t row = 0; row < elements; row += WINDOW_ROWS) {
                const size_t height = smaller(elements - row, WINDOW_ROWS);
                KERNEL(copy_windows)(f, framed, stretches, stretch_count, row, height, windows, tile.a_row);
                for (size_t panel = 0; panel < panels; panel++) {
                    tile.b = value_panels + panel * DEPTH * PANEL;
                    KERNEL(multiply_panel)(&tile, windows, sums + (row * panels + panel) * PANEL, height, 2);
                }
            }
        }
    }
    for (size_t filter = 0; filter < filters; filter++) {
        for (size_t element = 0; element < elements; element++) {
            kernels[filter * kernel_row + element] =
                count * places == 0 ? 0 : sums[element * panels * PANEL + filter];
        }
    }
}

#undef CHAIN
#undef WINDOW_ROWS
#undef PANEL

// The frames that a kernel moves over.
static struct KERNEL(frames) KERNEL(image_frames)(const struct matrix_kernels_convolution *s, size_t channels) {
    return (struct KERNEL(frames)){
        .channels = channels,
        .stored = s->channels,
        .height = s->height,
        .width = s->width,
        .spread = 1,
        .top = (ptrdiff_t)s->top,
        .left = (ptrdiff_t)s->left,
        .frame_height = (s->rows - 1) * s->stride + s->kernel_height,
        .frame_width = (s->columns - 1) * s->stride + s->kernel_width,
        .window_height = s->kernel_height,
        .window_width = s->kernel_width,
        .stride = s->stride,
        .rows = s->rows,
        .columns = s->columns,
    };
}

// The frames that its mirror image moves over, step by step, to bring places back to the image: places stand in them
// `stride` apart, and a pixel's window holds the places whose windows hold the pixel.
static struct KERNEL(frames) KERNEL(place_frames)(const struct matrix_kernels_convolution *s) {
    return (struct KERNEL(frames)){
        .channels = s->filters,
        .stored = s->filters,
        .height = s->rows,
        .width = s->columns,
        .spread = s->stride,
        .top = (ptrdiff_t)s->kernel_height - 1 - (ptrdiff_t)s->top,
        .left = (ptrdiff_t)s->kernel_width - 1 - (ptrdiff_t)s->left,
        .frame_height = s->height + s->kernel_height - 1,
        .frame_width = s->width + s->kernel_width - 1,
        .window_height = s->kernel_height,
        .window_width = s->kernel_width,
        .stride = 1,
        .rows = s->height,
        .columns = s->width,
    };
}

static size_t KERNEL(convolution_work)(const struct matrix_kernels_convolution *s) {
    const struct KERNEL(frames) image = KERNEL(image_frames)(s, s->channels), place = KERNEL(place_frames)(s);
    const size_t elements = s->kernel_height * s->kernel_width;
    const size_t forward = KERNEL(frames_work)(&image, s->filters);
    const size_t back = KERNEL(frames_work)(&place, s->channels) + s->filters * s->channels * elements;
    const size_t kernels = KERNEL(correlation_work)(&image, s->filters);
    return forward > back ? (forward > kernels ? forward : kernels) : (back > kernels ? back : kernels);
}

static void KERNEL(convolve)(const struct matrix_kernels_convolution *s, const REAL *images, const REAL *kernels,
                             REAL *places, REAL *work) {
    const struct KERNEL(frames) f = KERNEL(image_frames)(s, s->channels);
    KERNEL(convolve_frames)(&f, images, s->images, kernels, s->filters, places, work);
}

static void KERNEL(convolution_images)(const struct matrix_kernels_convolution *s, const REAL *places,
                                       const REAL *kernels, REAL *images, REAL *work) {
    const struct KERNEL(frames) f = KERNEL(place_frames)(s);
    const size_t elements = s->kernel_height * s->kernel_width;
    REAL *const mirrored = work + KERNEL(frames_work)(&f, s->channels);
    for (size_t channel = 0; channel < s->channels; channel++) {
        for (size_t filter = 0; filter < s->filters; filter++) {
            const REAL *from = kernels + (filter * s->channels + channel) * elements;
            REAL *to = mirrored + (channel * s->filters + filter) * elements;
            for (size_t element = 0; element < elements; element++) {
                to[element] = from[elements - 1 - element];
            }
        }
    }
    KERNEL(convolve_frames)(&f, places, s->images, mirrored, s->channels, images, work);
}

static void KERNEL(convolution_kernels)(const struct matrix_kernels_convolution *s, const REAL *images,
                                        const REAL *places, REAL *kernels, size_t first, size_t last, REAL *work) {
    const struct KERNEL(frames) f = KERNEL(image_frames)(s, last - first);
    const size_t elements = s->kernel_height * s->kernel_width;
    KERNEL(correlate_frames)(&f, images + first * s->height * s->width, s->images, places, s->filters,
                             kernels + first * elements, s->channels * elements, work);
}
