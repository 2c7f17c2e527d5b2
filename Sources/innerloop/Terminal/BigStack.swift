import Glibc

/// Runs the whole program on a thread with a large stack, since what walks a formula recurses.
///
/// The stack is address space until it is touched, so its size costs nothing.
enum BigStack {
    /// Tried in order: a limit on address space (`ulimit -v`) may refuse the larger ones.
    private static let sizes = [1 << 30, 256 << 20, 64 << 20]

    /// A class, because a C callback gets it through a pointer.
    private final class Work {
        let body: () -> Int32
        var status: Int32 = 0
        init(_ body: @escaping () -> Int32) { self.body = body }
    }

    /// Runs `body` to its end on such a thread and returns what it returned; on the calling thread when there is none to be had.
    ///
    /// - Parameter waiting: what the calling thread does before it waits for the other.
    static func run(_ body: @escaping () -> Int32, waiting: () -> Void = {}) -> Int32 {
        let work = Work(body)
        for size in sizes {
            var attributes = pthread_attr_t()
            guard pthread_attr_init(&attributes) == 0 else { continue }
            defer { pthread_attr_destroy(&attributes) }
            guard pthread_attr_setstacksize(&attributes, size) == 0 else { continue }
            var thread = pthread_t()
            let context = Unmanaged.passRetained(work)
            let failure = pthread_create(
                &thread, &attributes,
                { context in
                    guard let context else { return nil }
                    let work = Unmanaged<Work>.fromOpaque(context).takeRetainedValue()
                    work.status = work.body()
                    return nil
                }, context.toOpaque())
            if failure != 0 {
                context.release()
                continue
            }
            waiting()
            pthread_join(thread, nil)
            return work.status
        }
        return body()
    }
}
