/// A list of fixed length, whose elements are read where they stand: a run of a small program would spend a good part
/// of its time on counting the references to what an array's elements hold.
struct Table<Element> {
    let base: UnsafeMutablePointer<Element>
    let count: Int
}

/// The memory of many small tables that are read one after the other, and so lie one after the other.
///
/// A class, because it owns the tables' memory.
final class TableMemory {
    private var chunks: [UnsafeMutableRawPointer] = []
    private var free: Range<Int> = 0..<0
    /// What the elements of the tables hold on to is let go.
    private var endings: [() -> Void] = []

    private static let chunkSize = 16 << 10

    func table<Element>(_ elements: [Element]) -> Table<Element> {
        let base = take(MemoryLayout<Element>.stride * elements.count, MemoryLayout<Element>.alignment)
            .bindMemory(to: Element.self, capacity: elements.count)
        for (index, element) in elements.enumerated() { (base + index).initialize(to: element) }
        endings.append { base.deinitialize(count: elements.count) }
        return Table(base: base, count: elements.count)
    }

    private func take(_ size: Int, _ alignment: Int) -> UnsafeMutableRawPointer {
        let start = (free.lowerBound + alignment - 1) / alignment * alignment
        if let chunk = chunks.last, start + size <= free.upperBound {
            free = start + size..<free.upperBound
            return chunk + start
        }
        let chunk = UnsafeMutableRawPointer.allocate(byteCount: max(size, Self.chunkSize), alignment: 64)
        chunks.append(chunk)
        free = size..<max(size, Self.chunkSize)
        return chunk
    }

    deinit {
        for ending in endings { ending() }
        for chunk in chunks { chunk.deallocate() }
    }
}
