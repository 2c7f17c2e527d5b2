#pragma once

#include <stdbool.h>
#include <stdint.h>

// A signal handler can reach nothing but a global. This is the only one: whether the user has asked
// (Ctrl-C) for what is running to stop. It stays set until it is taken back. A deadline stops what is running alike, but
// only on the thread that it is set for.

/// Makes SIGINT raise the flag instead of ending the process.
/// System calls are not restarted, so that whoever waits in one sees the flag.
void signals_catch_interrupts(void);
/// The same, but a second SIGINT while the flag is up ends the process: for scripts, which have no session to lose.
void signals_catch_one_interrupt(void);
/// Raises the flag, as Ctrl-C does.
void signals_interrupt(void);
/// Takes the flag back.
void signals_clear_interrupt(void);
/// Whether the flag is raised, or this thread's deadline has passed.
bool signals_interrupted(void);
/// Sets the deadline of the calling thread, in nanoseconds of the monotonic clock (`signals_clock`), or none with 0; gives
/// back the one before.
uint64_t signals_set_deadline(uint64_t deadline);
/// Whether the calling thread has a deadline that has passed.
bool signals_deadline_passed(void);
/// The monotonic clock, in nanoseconds.
uint64_t signals_clock(void);
/// A write to a closed pipe then fails with EPIPE instead of ending the process.
void signals_ignore_broken_pipes(void);
/// From now on it is noted when the process goes on after a stop (`fg`), and what waits for input returns.
void signals_catch_continuation(void);
/// Whether it has gone on since this was last asked.
bool signals_take_continuation(void);
/// Keeps signals away from the calling thread, so that they reach the one that waits for input.
void signals_leave_to_other_threads(void);
/// Ends the process as the signal does by default, so that its parent sees which one it was.
void signals_end_by(int signal);
/// Waits until the descriptor can be read (1) or a signal has come (0); -1 when waiting fails.
/// `pending` says whether a handler has noted a signal already; between that question and the wait none can slip through.
int signals_wait_for_input(int descriptor, int (*pending)(void));
