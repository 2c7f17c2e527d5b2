#pragma once
#include <cblas.h>

/// Ends the worker threads that OpenBLAS starts when it is loaded. (Exported, though its header does not say so.)
int blas_thread_shutdown_(void);
