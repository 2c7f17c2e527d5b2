internal import Kernels
internal import Tensors

/// How much memory there is to compute in.
enum Memory {
    /// Throws where tensors of these types would not fit beside what is in use.
    static func check(_ types: [TensorType]) throws(ComputationError) {
        let needed = types.reduce(0) { $0 > Int.max - $1.byteCount ? Int.max : $0 + $1.byteCount }
        try check(bytes: needed, for: types.count == 1 ? "a tensor of shape \(types[0].shape)" : "the tensors")
    }

    /// Throws where so many bytes are not left; few are not worth asking about.
    static func check(bytes needed: Int, for purpose: @autoclosure () -> String) throws(ComputationError) {
        guard needed > 64 << 20 else { return }
        var available = MachineMemory.available
        if needed > available {
            ArenaMemory.releaseIdle()
            available = MachineMemory.available
        }
        guard needed <= available else {
            throw ComputationError(
                .memory, "\(purpose()) would take \(gigabytes(needed)), and \(gigabytes(available)) are left",
                help: "compute it in parts, or with smaller sizes")
        }
    }

    private static func gigabytes(_ bytes: Int) -> String {
        let tenths = Int((Double(bytes) / 1e8).rounded())
        return "\(tenths / 10).\(tenths % 10) GB"
    }
}
