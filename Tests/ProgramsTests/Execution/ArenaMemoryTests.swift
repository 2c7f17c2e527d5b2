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
}
