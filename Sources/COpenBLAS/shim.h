#pragma once
#include <cblas.h>

/// Ends the worker threads that OpenBLAS starts when it is loaded. (Exported, though its header does not say so.)
int blas_thread_shutdown_(void);

// LAPACK, column-major, as Fortran passes arguments. Each sets `info`: 0 for success, above 0 for a matrix that has
// no answer.
void dgetrf_(const int *m, const int *n, double *a, const int *lda, int *pivots, int *info);
void dgetrs_(const char *transpose, const int *n, const int *columns, const double *a, const int *lda,
             const int *pivots, double *b, const int *ldb, int *info);
void dpotrf_(const char *triangle, const int *n, double *a, const int *lda, int *info);
void dsyevd_(const char *job, const char *triangle, const int *n, double *a, const int *lda, double *values,
             double *work, const int *lwork, int *iwork, const int *liwork, int *info);
void dgesdd_(const char *job, const int *m, const int *n, double *a, const int *lda, double *s, double *u,
             const int *ldu, double *vt, const int *ldvt, double *work, const int *lwork, int *iwork, int *info);
