internal import COpenBLAS

/// The library that multiplies matrices.
public enum BLAS {
    /// Keeps OpenBLAS to the calling thread: parallelism is the executor's, with a fixed order of reduction, so that
    /// the number of threads changes no bit.
    ///
    /// Its worker threads end. They start when the library is loaded, and a signal that reached one of them would not
    /// wake the thread that waits for input; so a program calls this before it starts threads of its own.
    public static func useOneThread() { once }

    private static let once: Void = {
        openblas_set_num_threads(1)
        _ = blas_thread_shutdown_()
    }()
}
