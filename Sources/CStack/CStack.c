#define _GNU_SOURCE
#include "CStack.h"

#include <pthread.h>
#include <stdint.h>

size_t stack_remaining(void) {
    // The lowest address of this thread's stack; asked for once, for the main thread's takes a file's reading.
    static _Thread_local uintptr_t lowest;
    if (lowest == 0) {
        pthread_attr_t attributes;
        void *address = NULL;
        size_t size = 0;
        if (pthread_getattr_np(pthread_self(), &attributes) != 0) return SIZE_MAX;
        pthread_attr_getstack(&attributes, &address, &size);
        pthread_attr_destroy(&attributes);
        lowest = (uintptr_t)address;
    }
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    return here > lowest ? here - lowest : 0;
}
