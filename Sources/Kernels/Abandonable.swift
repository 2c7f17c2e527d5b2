internal import CSignals
internal import Glibc

/// Work that can't look for the user's interrupt, like a decomposition by LAPACK.
package enum Abandonable {
    /// What the work gives; nil where the user interrupts. The work then comes to its end on a thread of its own, and
    /// what it gives is dropped: so it must touch nothing but what it holds.
    package static func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Result? {
        let job = Job(work)
        // Signals go to the thread that waits for input.
        var (all, before) = (sigset_t(), sigset_t())
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var thread = pthread_t()
        let context = Unmanaged.passRetained(job as AnyJob)
        let failure = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<AnyJob>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        guard failure == 0 else {
            context.release()
            return work()
        }
        pthread_detach(thread)
        pthread_sigmask(SIG_SETMASK, &before, nil)
        return job.wait()
    }

    /// A class, as what two threads share; without a type parameter, for the C callback that gets it through a pointer.
    private class AnyJob {
        func run() {}
    }

    private final class Job<Result: Sendable>: AnyJob {
        private let work: @Sendable () -> Result
        private var result: Result?
        private var mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        private var condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
        /// Between two looks at the flag.
        private static var patience: Int { 10_000_000 }

        init(_ work: @escaping @Sendable () -> Result) {
            self.work = work
            pthread_mutex_init(mutex, nil)
            pthread_cond_init(condition, nil)
        }

        deinit {
            pthread_cond_destroy(condition)
            pthread_mutex_destroy(mutex)
            condition.deallocate()
            mutex.deallocate()
        }

        override func run() {
            let result = work()
            pthread_mutex_lock(mutex)
            self.result = result
            pthread_cond_signal(condition)
            pthread_mutex_unlock(mutex)
        }

        func wait() -> Result? {
            pthread_mutex_lock(mutex)
            defer { pthread_mutex_unlock(mutex) }
            while result == nil, !signals_interrupted() {
                var deadline = timespec()
                clock_gettime(CLOCK_REALTIME, &deadline)
                deadline.tv_nsec += Self.patience
                if deadline.tv_nsec >= 1_000_000_000 {
                    deadline.tv_nsec -= 1_000_000_000
                    deadline.tv_sec += 1
                }
                pthread_cond_timedwait(condition, mutex, &deadline)
            }
            return result
        }
    }
}
