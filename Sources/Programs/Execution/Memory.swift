internal import Kernels
internal import Tensors

/// How much memory there is to compute in.
public enum Memory {
    /// Throws where tensors of these types would not fit beside what is in use.
    static func check(_ types: [TensorType]) throws(ComputationError) {
        let needed = types.reduce(0) { $0 > Int.max - $1.byteCount ? Int.max : $0 + $1.byteCount }
        try check(bytes: needed, for: types.count == 1 ? "a tensor of shape \(types[0].shape)" : "the tensors")
    }

    /// Throws where so many bytes are not left; few are not worth asking about.
    static func check(bytes needed: Int, for purpose: @autoclosure () -> String) throws(ComputationError) {
        guard needed > (MemoryLimit.bytes == nil ? 64 << 20 : 1 << 20) else { return }
        var available = MachineMemory.available
        if needed > available {
            ArenaMemory.releaseIdle()
            available = MachineMemory.available
        }
        guard needed <= available else {
            throw ComputationError(
                .memory, "\(purpose()) would take \(amount(needed)), and \(amount(available)) are left",
                help: "compute it in parts, or with smaller sizes")
        }
    }

    /// Throws where a limit that was set has been passed, by many small values.
    public static func checkLimit() throws(ComputationError) {
        guard MemoryLimit.left == 0 else { return }
        ArenaMemory.releaseIdle()
        guard MemoryLimit.left == 0, let limit = MemoryLimit.bytes else { return }
        throw ComputationError(.memory, "the limit of \(amount(limit)) of memory is reached")
    }

    private static func amount(_ bytes: Int) -> String {
        let (divisor, unit) = bytes < 100_000_000 ? (1e5, "MB") : (1e8, "GB")
        let tenths = Int((Double(bytes) / divisor).rounded())
        return "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}
