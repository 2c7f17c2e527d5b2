import Glibc
import Tensors
import Testing

@testable import Programs

/// Memory that is used again is nobody else's while it is used.
struct ArenaMemoryTests {
    private static let sizes = [0, 1, 4096, 4 << 20, (4 << 20) + 1, 9 << 20]

    /// Writes on both ends.
    private func mark(_ memory: ArenaMemory, _ size: Int, _ mark: UInt8) {
        guard size > 0 else { return }
        memory.base.storeBytes(of: mark, as: UInt8.self)
        memory.base.storeBytes(of: mark, toByteOffset: size - 1, as: UInt8.self)
    }

    private func marks(_ memory: ArenaMemory, _ size: Int) -> Set<UInt8> {
        guard size > 0 else { return [] }
        return [memory.base.load(as: UInt8.self), memory.base.load(fromByteOffset: size - 1, as: UInt8.self)]
    }

    @Test func `blocks in use do not overlap, however often their memory was used before`() {
        for round in UInt8(0)..<6 {
            let blocks = Self.sizes.map { (size: $0, memory: ArenaMemory(byteCount: $0)) }
            for (index, block) in blocks.enumerated() { mark(block.memory, block.size, round * 8 + UInt8(index)) }
            if round % 2 == 1 { ArenaMemory.releaseIdle() }
            let others = Self.sizes.map { (size: $0, memory: ArenaMemory(byteCount: $0)) }
            for block in others { mark(block.memory, block.size, 255) }
            for (index, block) in blocks.enumerated() {
                #expect(marks(block.memory, block.size) == (block.size == 0 ? [] : [round * 8 + UInt8(index)]))
            }
        }
    }

    @Test func `every block begins a line of the cache`() {
        for size in Self.sizes {
            let memory = ArenaMemory(byteCount: size)
            #expect(UInt(bitPattern: memory.base) % UInt(Plan.alignment) == 0)
        }
    }

    @Test func `an idle block is found again by its address, unless another took it or it is gone`() throws {
        // Of a size that no other test asks for.
        let size = 37 << 20
        let base = ArenaMemory(byteCount: size).base
        do {
            let found = try #require(ArenaMemory(at: base, byteCount: size))
            #expect(found.base == base)
            #expect(ArenaMemory(at: base, byteCount: size) == nil)
        }
        #expect(ArenaMemory(at: base, byteCount: 2 * size) == nil)
    }

    /// Both need memory beyond what a program keeps for itself, and take turns on it.
    @Test func `programs that share memory do not see each other's values`() throws {
        func program(_ count: Int) throws -> Executable {
            let x = Operand.known(Tensor(repeating: 0, TensorType([count])))
            let function = try TracedFunction(at: [x], depth: 1) { v throws(ComputationError) in
                let reversed = try v[0].tanh().reshaped(Shape([count / 2, 2])).transposed()
                return [try reversed.sum()]
            }
            return Executable(function.program)
        }
        let sizes = [600_000, 700_000]
        let executables = try sizes.map(program)
        for round in 1...3 {
            for (size, executable) in zip(sizes, executables) {
                #expect(executable.memorySize >= ArenaMemory.large)
                let x = Operand.known(Tensor(repeating: Double(round), TensorType([size])))
                let sum = try #require(try executable.apply([x])[0].knownValue()).double(at: 0)
                #expect(abs(sum / (tanh(Double(round)) * Double(size)) - 1) < 1e-9)
                if round == 2 { ArenaMemory.releaseIdle() }
            }
        }
    }
}
