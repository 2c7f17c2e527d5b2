#pragma once
#include <stdbool.h>

// A signal handler can reach nothing but a global. This is the only one: whether the user has asked
// (Ctrl-C) for what is running to stop. It stays set until it is taken back.

/// Makes SIGINT raise the flag instead of ending the process.
void signals_catch_interrupts(void);
/// Raises the flag, as Ctrl-C does.
void signals_interrupt(void);
/// Takes the flag back.
void signals_clear_interrupt(void);
/// Whether the flag is raised.
bool signals_interrupted(void);
/// A write to a closed pipe then fails with EPIPE instead of ending the process.
void signals_ignore_broken_pipes(void);
