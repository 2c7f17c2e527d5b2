// ppoll
#define _GNU_SOURCE

#include "CSignals.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static atomic_bool interrupted;
static atomic_bool second_ends;
static atomic_bool continued;
static _Thread_local uint64_t deadline;

static void raise_flag(int signal) {
    (void)signal;
    bool before = atomic_exchange_explicit(&interrupted, true, memory_order_relaxed);
    if (before && atomic_load_explicit(&second_ends, memory_order_relaxed)) signals_end_by(SIGINT);
}

static void catch_interrupts(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = raise_flag;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
}

void signals_catch_interrupts(void) {
    atomic_store(&second_ends, false);
    catch_interrupts();
}

void signals_catch_one_interrupt(void) {
    atomic_store(&second_ends, true);
    catch_interrupts();
}

void signals_interrupt(void) { atomic_store_explicit(&interrupted, true, memory_order_relaxed); }

void signals_clear_interrupt(void) { atomic_store_explicit(&interrupted, false, memory_order_relaxed); }

bool signals_interrupted(void) {
    return atomic_load_explicit(&interrupted, memory_order_relaxed) || signals_deadline_passed();
}

uint64_t signals_set_deadline(uint64_t value) {
    uint64_t before = deadline;
    deadline = value;
    return before;
}

// The clock is read only where there is a deadline: what has none is asked too often to pay for it.
bool signals_deadline_passed(void) { return deadline != 0 && signals_clock() >= deadline; }

uint64_t signals_clock(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

static void note_continuation(int signal) {
    (void)signal;
    atomic_store_explicit(&continued, true, memory_order_relaxed);
}

void signals_catch_continuation(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note_continuation;
    sigemptyset(&action.sa_mask);
    sigaction(SIGCONT, &action, NULL);
}

bool signals_take_continuation(void) { return atomic_exchange_explicit(&continued, false, memory_order_relaxed); }

void signals_ignore_broken_pipes(void) { signal(SIGPIPE, SIG_IGN); }

void signals_leave_to_other_threads(void) {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, NULL);
}

void signals_end_by(int number) {
    signal(number, SIG_DFL);
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, number);
    pthread_sigmask(SIG_UNBLOCK, &one, NULL);
    raise(number);
    // Only a signal that does not end a process gets here.
    _exit(128 + number);
}

int signals_wait_for_input(int descriptor, int (*pending)(void)) {
    sigset_t blocked, before;
    sigemptyset(&blocked);
    const int noted[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH};
    for (unsigned i = 0; i < sizeof noted / sizeof *noted; i++) sigaddset(&blocked, noted[i]);
    pthread_sigmask(SIG_BLOCK, &blocked, &before);

    int outcome;
    if (signals_interrupted() || pending()) {
        outcome = 0;
    } else {
        struct pollfd input = {.fd = descriptor, .events = POLLIN};
        int ready = ppoll(&input, 1, NULL, &before);
        outcome = ready > 0 ? 1 : ready < 0 && errno != EINTR ? -1 : 0;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return outcome;
}
