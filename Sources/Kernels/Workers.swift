internal import CProcessors
internal import Glibc
internal import Synchronization

/// The threads that share one large step between them: the caller's and some that wait for work.
///
/// Who divides work does it by the size of what is computed, never by the number of threads, and each part writes what no
/// other does: so the number of threads changes no bit.
public enum Workers {
    /// How many threads there are, the caller's among them: as many as the processors that this process may use, unless
    /// something else is set.
    public static var threadCount: Int {
        get { Pool.shared.threadCount.load(ordering: .relaxed) }
        set { Pool.shared.threadCount.store(max(1, min(newValue, mostThreads)), ordering: .relaxed) }
    }

    /// The most that can be set.
    public static let mostThreads = 16

    /// Calls `body` for ranges that make up `0..<count`, each with its number, below `mostRanges`; for all of it at once
    /// where that is not worth dividing. Who can't tell a range from the whole may use it: the others give `forEach` the
    /// parts that they take in any case.
    ///
    /// - Parameter nanoseconds: about how long all of it takes on one thread.
    @inline(__always)
    package static func forEachRange(
        of count: Int, nanoseconds: Int, _ body: (_ number: Int, _ range: Range<Int>) -> Void
    ) {
        let rangeCount = threadCount == 1 ? 1 : rangeCount(of: count, nanoseconds: nanoseconds)
        if rangeCount <= 1 { return body(0, 0..<count) }
        forEach(rangeCount) { body($0, count * $0 / rangeCount..<count * ($0 + 1) / rangeCount) }
    }

    /// The most ranges that some work is divided into: twice as many as two threads need, for one may be held up.
    package static let mostRanges = 4

    /// The ranges that some work is divided into, if at all.
    package static func rangeCount(of count: Int, nanoseconds: Int) -> Int {
        max(1, min(count, nanoseconds / worthwhile, mostRanges))
    }

    /// Nanoseconds from which a part is worth its way to another thread: on processors that share a core, and beside
    /// other programs, smaller ones cost more than they gain.
    private static let worthwhile = 50_000

    /// Calls `body` for each part, on any of the threads and in any order, and returns when all are done.
    ///
    /// Called within a part, it is a loop.
    @inline(__always)
    package static func forEach(_ partCount: Int, _ body: (Int) -> Void) {
        if partCount > 1 && threadCount > 1 {
            Pool.shared.run(partCount, body)
        } else {
            for part in 0..<partCount { body(part) }
        }
    }
}

/// A class, because its threads share it, for as long as the process lives.
private final class Pool: Sendable {
    static let shared = Pool()
    let threadCount: Atomic<Int>
    private let startedThreads = Atomic(1)
    /// What there is to do, and how much of it has been taken: three numbers in one word, so that taking a part can't go
    /// wrong between two pieces of work.
    private let ticket = Atomic<UInt64>(0)
    private let doneCount = Atomic(0)
    private let isBusy = Atomic(false)
    /// The body of the work, which lives in the caller's frame until every part is done.
    nonisolated(unsafe) private let body = Atomic<UnsafePointer<(Int) -> Void>?>(nil)
    private let sleeperCount = Atomic(0)
    /// What sleepers wait on.
    nonisolated(unsafe) private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    nonisolated(unsafe) private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    /// For so long a thread looks for further work before it sleeps.
    private static let patience = Duration.microseconds(20)

    private init() {
        threadCount = Atomic(min(Int(processors_available()), Workers.mostThreads))
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
    }

    // MARK: Tickets

    private static let partBits: UInt64 = 20
    private static let partMask: UInt64 = (1 << partBits) - 1

    /// Work that nobody has begun: `number` tells it from the work before.
    private static func ticket(number: UInt64, partCount: Int) -> UInt64 {
        number << (2 * partBits) | UInt64(partCount) << partBits
    }

    private static func taken(_ ticket: UInt64) -> UInt64 { ticket & partMask }
    private static func partCount(_ ticket: UInt64) -> UInt64 { ticket >> partBits & partMask }
    private static func isOpen(_ ticket: UInt64) -> Bool { taken(ticket) < partCount(ticket) }

    // MARK: Work

    func run(_ partCount: Int, _ body: (Int) -> Void) {
        guard UInt64(partCount) <= Self.partMask,
            isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
        else {
            for part in 0..<partCount { body(part) }
            return
        }
        start()
        withoutActuallyEscaping(body) { body in
            withUnsafePointer(to: body) { pointer in
                doneCount.store(0, ordering: .relaxed)
                self.body.store(pointer, ordering: .relaxed)
                let number = ticket.load(ordering: .relaxed) >> (2 * Self.partBits) + 1
                ticket.store(Self.ticket(number: number, partCount: partCount), ordering: .sequentiallyConsistent)
                if sleeperCount.load(ordering: .sequentiallyConsistent) > 0 {
                    pthread_mutex_lock(mutex)
                    pthread_cond_broadcast(condition)
                    pthread_mutex_unlock(mutex)
                }
                takeParts()
                var turns = 0
                while doneCount.load(ordering: .acquiring) < partCount {
                    turns += 1
                    // The other thread may wait for this processor.
                    if turns % 1000 == 0 { sched_yield() }
                }
            }
        }
        isBusy.store(false, ordering: .releasing)
    }

    /// Takes parts of the work there is, until none is left.
    private func takeParts() {
        while true {
            let seen = ticket.load(ordering: .acquiring)
            guard Self.isOpen(seen), let body = body.load(ordering: .relaxed) else { return }
            // Who has taken a part may use the body: its caller waits for that part.
            guard ticket.compareExchange(expected: seen, desired: seen + 1, ordering: .acquiringAndReleasing).exchanged
            else { continue }
            body.pointee(Int(Self.taken(seen)))
            doneCount.wrappingAdd(1, ordering: .releasing)
        }
    }

    // MARK: Threads

    /// Starts what threads are missing.
    private func start() {
        while startedThreads.load(ordering: .relaxed) < threadCount.load(ordering: .relaxed) {
            startedThreads.wrappingAdd(1, ordering: .relaxed)
            // Signals go to the thread that waits for input.
            var (all, before) = (sigset_t(), sigset_t())
            sigfillset(&all)
            pthread_sigmask(SIG_SETMASK, &all, &before)
            var thread = pthread_t()
            let index = startedThreads.load(ordering: .relaxed) - 1
            let argument = UnsafeMutableRawPointer(bitPattern: index)
            pthread_create(
                &thread, nil,
                { argument in
                    Pool.shared.serve(Int(bitPattern: argument))
                    return nil
                }, argument)
            pthread_detach(thread)
            pthread_sigmask(SIG_SETMASK, &before, nil)
        }
    }

    /// What thread `index` does all its life.
    private func serve(_ index: Int) {
        while true {
            if index < threadCount.load(ordering: .relaxed) { takeParts() }
            let start = ContinuousClock.now
            while !Self.isOpen(ticket.load(ordering: .relaxed)) {
                if ContinuousClock.now - start > Self.patience { sleep() }
            }
        }
    }

    /// Waits until there is work.
    private func sleep() {
        pthread_mutex_lock(mutex)
        sleeperCount.wrappingAdd(1, ordering: .sequentiallyConsistent)
        while !Self.isOpen(ticket.load(ordering: .sequentiallyConsistent)) { pthread_cond_wait(condition, mutex) }
        sleeperCount.wrappingSubtract(1, ordering: .sequentiallyConsistent)
        pthread_mutex_unlock(mutex)
    }
}
