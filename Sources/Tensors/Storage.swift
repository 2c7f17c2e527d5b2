/// The memory of a tensor's elements: written once, while its tensor is being made, and only read after that.
///
/// A class, because tensors share it and the last one frees it.
final class Storage: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    let byteCount: Int

    init(byteCount: Int) {
        self.byteCount = byteCount
        // A cache line's alignment, so that vector kernels never straddle one.
        base = UnsafeMutableRawPointer.allocate(byteCount: max(byteCount, 1), alignment: byteCount < 64 ? 16 : 64)
    }

    deinit { base.deallocate() }
}
