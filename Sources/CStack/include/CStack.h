#pragma once
#include <stddef.h>

/// Bytes left on the calling thread's stack, so that deep recursion can end in a sentence and not in a crash.
size_t stack_remaining(void);
