import Tensors
import Testing

struct ElementTypeTests {
    @Test func `sizes are those of the Swift types the elements are held in`() {
        #expect(ElementType.float64.size == MemoryLayout<Double>.stride)
        #expect(ElementType.float32.size == MemoryLayout<Float>.stride)
        #expect(ElementType.truth.size == MemoryLayout<Bool>.stride)
    }

    @Test func `truth values are not numbers`() {
        #expect(ElementType.allCases.filter(\.isFloating) == [.float64, .float32])
    }

    @Test func `each is written by its name`() {
        #expect(ElementType.allCases.map(\.description) == ["float64", "float32", "truth"])
    }
}
