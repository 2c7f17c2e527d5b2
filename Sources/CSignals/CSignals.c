#include "CSignals.h"

#include <signal.h>
#include <stdatomic.h>
#include <string.h>

static atomic_bool interrupted;

static void raise_flag(int signal) {
    (void)signal;
    atomic_store_explicit(&interrupted, true, memory_order_relaxed);
}

void signals_catch_interrupts(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = raise_flag;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
}

void signals_interrupt(void) { raise_flag(SIGINT); }

void signals_clear_interrupt(void) { atomic_store_explicit(&interrupted, false, memory_order_relaxed); }

bool signals_interrupted(void) { return atomic_load_explicit(&interrupted, memory_order_relaxed); }

void signals_ignore_broken_pipes(void) { signal(SIGPIPE, SIG_IGN); }
