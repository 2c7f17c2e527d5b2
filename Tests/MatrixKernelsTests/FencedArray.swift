import Glibc
import Testing

/// Elements in memory of their own, which touches a page that cannot be read or written: a kernel that oversteps the
/// array's end, or its start, faults. On the other side lie bytes that have to stay as they are. A class: its end gives
/// the memory back.
final class FencedArray<Element: BinaryFloatingPoint> {
    enum Fence: CaseIterable { case beforeStart, afterEnd }

    let elements: UnsafeMutableBufferPointer<Element>
    private let memory: UnsafeMutableRawPointer
    private let byteCount: Int
    private static var page: Int { Int(sysconf(Int32(_SC_PAGESIZE))) }
    private static var guardByte: UInt8 { 0xa5 }

    init(_ values: [Element], _ fence: Fence) throws {
        let size = values.count * MemoryLayout<Element>.stride
        let writable = (size + Self.page) / Self.page * Self.page
        byteCount = writable + 2 * Self.page
        memory = try #require(mmap(nil, byteCount, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
        let start = memory + Self.page
        try #require(memory != MAP_FAILED && mprotect(start, writable, PROT_READ | PROT_WRITE) == 0)
        start.initializeMemory(as: UInt8.self, repeating: Self.guardByte, count: writable)
        let first = fence == .beforeStart ? start : start + (writable - size)
        elements = UnsafeMutableBufferPointer(
            start: first.assumingMemoryBound(to: Element.self), count: values.count)
        _ = elements.update(fromContentsOf: values)
    }

    deinit { munmap(memory, byteCount) }

    /// Whether the bytes around the elements are as they were.
    var isIntact: Bool {
        let (start, end) = (memory + Self.page, memory + (byteCount - Self.page))
        let bytes = UnsafeMutableRawBufferPointer(elements)
        guard let first = bytes.baseAddress else { return Self.isGuard(start, end) }
        return Self.isGuard(start, first) && Self.isGuard(first + bytes.count, end)
    }

    private static func isGuard(_ start: UnsafeMutableRawPointer, _ end: UnsafeMutableRawPointer) -> Bool {
        // All bytes are the same where each is the next.
        start == end
            || (start.load(as: UInt8.self) == guardByte && memcmp(start, start + 1, end - start - 1) == 0)
    }
}
