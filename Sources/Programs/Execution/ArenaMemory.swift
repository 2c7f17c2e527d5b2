internal import Glibc
internal import Kernels
internal import Synchronization

/// Memory to run a plan in.
///
/// What the system gives is cleared page by page when it is first touched, which for a large arena can take as long as
/// the arithmetic. So large blocks are kept for the next run, some of them, until memory gets short. They are asked for
/// in huge pages: fewer to clear, and fewer for the processor to look up.
///
/// A class, because it owns its memory.
final class ArenaMemory {
    let base: UnsafeMutableRawPointer
    private let size: Int

    /// Bytes from which a block is a large one.
    static let large = 4 << 20
    private static let hugePage = 2 << 20
    /// Bytes of the blocks that are kept, at most.
    private static let mostIdle = 1 << 30

    /// A block that no run uses.
    private struct Idle: @unchecked Sendable {
        let base: UnsafeMutableRawPointer
        let size: Int
    }

    /// Blocks to be used again, the last used last. They belong to the process, as all memory does.
    private static let idle = Mutex<[Idle]>([])

    init(byteCount: Int) {
        guard byteCount >= Self.large else {
            size = byteCount
            base = .allocate(byteCount: max(byteCount, 1), alignment: Plan.alignment)
            return
        }
        let wanted = (byteCount + Self.hugePage - 1) / Self.hugePage * Self.hugePage
        if let block = Self.taken(wanted) {
            (base, size) = (block.base, block.size)
        } else {
            size = wanted
            base = .allocate(byteCount: wanted, alignment: Self.hugePage)
            // Where there are no huge pages, ordinary ones do.
            madvise(base, wanted, MADV_HUGEPAGE)
        }
    }

    /// The idle block that begins at an address, for a run whose steps are bound to it; nil where another run has it, or
    /// it is gone.
    init?(at base: UnsafeMutableRawPointer, byteCount: Int) {
        let found = Self.idle.withLock { idle in
            idle.firstIndex { $0.base == base && $0.size >= byteCount }.map { idle.remove(at: $0) }
        }
        guard let found else { return nil }
        (self.base, size) = (found.base, found.size)
    }

    deinit {
        guard size >= Self.large else { return base.deallocate() }
        let block = Idle(base: base, size: size)
        Self.idle.withLock { idle in
            idle.append(block)
            while idle.reduce(0, { $0 + $1.size }) > Self.mostIdle { idle.removeFirst().base.deallocate() }
        }
    }

    /// The smallest idle block that is large enough, and not much too large.
    private static func taken(_ size: Int) -> Idle? {
        idle.withLock { idle in
            let fitting = idle.indices.filter { idle[$0].size >= size && idle[$0].size / 2 <= size }
            return fitting.min { idle[$0].size < idle[$1].size }.map { idle.remove(at: $0) }
        }
    }

    /// Gives all that is kept back to the system.
    static func releaseIdle() {
        idle.withLock { idle in
            for block in idle { block.base.deallocate() }
            idle = []
        }
    }
}
