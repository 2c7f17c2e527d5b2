#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A gnuplot child process with its three pipes. One thread at a time may use it.
typedef struct gnuplot_stream gnuplot_stream;

/// What one step did.
typedef enum gnuplot_progress {
    gnuplot_moved,   ///< Bytes went in or came out.
    gnuplot_idle,    ///< Nothing could be moved in the time given.
    gnuplot_ended,   ///< gnuplot closed its pipes: it has ended, or is ending.
    gnuplot_failed,  ///< The machine refused (out of memory, a broken descriptor).
} gnuplot_progress;

/// Starts `program -d` in a process group of its own, without the shell and without the user's start-up files.
/// NULL on failure, with the reason (an errno) in `*reason`.
/// From here on a write to a closed pipe fails with EPIPE in this process, unless it handles SIGPIPE itself.
gnuplot_stream *gnuplot_stream_start(const char *program, int *reason);

/// Waits at most `milliseconds` for a pipe to be ready, then reads what there is and, where there is room, sends the
/// first bytes of `bytes`; `*sent` is how many. Never blocks longer: gnuplot can't be stuck on output nobody reads.
gnuplot_progress gnuplot_stream_step(
    gnuplot_stream *stream, const char *bytes, size_t count, size_t *sent, int milliseconds);

/// What gnuplot has written to its standard output since the last `forget`; valid until the next call.
const char *gnuplot_stream_output(const gnuplot_stream *stream, size_t *count);

/// What gnuplot has written to its standard error since the last `forget`; valid until the next call.
const char *gnuplot_stream_messages(const gnuplot_stream *stream, size_t *count);

/// Drops what has been read so far.
void gnuplot_stream_forget(gnuplot_stream *stream);

/// The child's process id.
pid_t gnuplot_stream_process(const gnuplot_stream *stream);

/// Puts bytes into a file that has no name, in memory, and gives its descriptor, which programs started later don't
/// get. -1 on failure, with the reason (an errno) in `*reason`.
int gnuplot_memory_file(const void *bytes, size_t count, int *reason);

/// Ends the child and frees the stream: `exit`, end of input, up to `milliseconds` of patience (none: not even `exit`),
/// then SIGTERM, then SIGKILL; reaps it in every case.
void gnuplot_stream_end(gnuplot_stream *stream, int milliseconds);

#ifdef __cplusplus
}
#endif
