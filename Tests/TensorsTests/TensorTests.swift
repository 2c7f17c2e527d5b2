import Tensors
import Testing

struct TensorTests {
    private let x = Tensor([2, 3], [1.0, -2, 0.5, 0, .infinity, 1e-300])

    @Test func `a tensor gives back the elements it was made of`() {
        #expect(x.doubles == [1, -2, 0.5, 0, .infinity, 1e-300])
        #expect(x.double(at: 2) == 0.5)
        #expect(x.count == 6)
        #expect(x.scalar == nil)
        #expect(Tensor(3.5).scalar == 3.5)
        #expect(Tensor(vector: [7]).scalar == nil)
        #expect(Tensor(true).doubles == [1])
        #expect(Tensor([2], [Float(0.1), 2]).doubles == [Double(Float(0.1)), 2])
        #expect(Tensor([0, 3], [Double]()).doubles == [])
    }

    @Test func `a repeated number fills every element of every type`() {
        for element in ElementType.allCases {
            #expect(Tensor(repeating: 1, TensorType([2, 2], element)).doubles == [1, 1, 1, 1])
            #expect(Tensor(repeating: 0, TensorType([0], element)).doubles == [])
        }
    }

    @Test func `conversion rounds to float32, and takes what is not 0 as true`() {
        #expect(x.converted(to: .float32).doubles == [1, -2, 0.5, 0, .infinity, 0])
        #expect(x.converted(to: .truth).doubles == [1, 1, 1, 0, 1, 1])
        #expect(Tensor(.nan).converted(to: .truth).doubles == [1])
        #expect(Tensor([2], [true, false]).converted(to: .float32) == Tensor([2], [Float(1), 0]))
        #expect(x.converted(to: .float64) == x)
        let halves = Tensor(vector: [0.5, -0.25])
        #expect(halves.converted(to: .float32).converted(to: .float64) == halves)
    }

    @Test func `a reshape shares its elements`() {
        let y = x.reshaped([3, 2])
        #expect(y.view.base == x.view.base)
        #expect(y.shape == [3, 2])
        #expect(y.doubles == x.doubles)
        #expect(y != x)
        #expect(y.reshaped([2, 3]) == x)
    }

    @Test func `an item is the sub-tensor at an index of the leading axis`() {
        #expect(x.item(1) == Tensor([3], [0, .infinity, 1e-300]))
        #expect(Tensor(vector: [4, 5]).item(0) == Tensor(4))
        #expect(Tensor([2, 2], [true, false, false, true]).item(1) == Tensor([2], [false, true]))
        #expect(Tensor([2, 0], [Double]()).item(1) == Tensor([0], [Double]()))
    }

    @Test func `equality is to the bit, and of type and shape`() {
        #expect(Tensor(.nan) == Tensor(.nan))
        #expect(Tensor(0.0) != Tensor(-0.0))
        #expect(Tensor(1) != Tensor(vector: [1]))
        #expect(Tensor([1], [Float(1)]) != Tensor(vector: [1]))
        #expect(Tensor(vector: [1, 2]) != Tensor(vector: [1, 3]))
        #expect(Tensor([0, 2], [Double]()) != Tensor([0, 3], [Double]()))
    }

    @Test func `equal tensors have equal hashes`() {
        let long = (0..<100).map(Double.init)
        #expect(Tensor(vector: long).hashValue == Tensor(vector: long).hashValue)
        #expect(Set([Tensor(1), Tensor(1), Tensor(2)]).count == 2)
    }

    @Test func `the elements start at a cache line where there are enough of them`() {
        for count in [8, 9, 100, 1000] {
            let tensor = Tensor(repeating: 0, TensorType([count]))
            #expect(UInt(bitPattern: tensor.view.base) % 64 == 0)
        }
    }

    @Test func `an error thrown while filling a tensor is passed on`() {
        struct Refusal: Error {}
        #expect(throws: Refusal.self) {
            _ = try Tensor(TensorType([2])) { (_: TensorView) throws(Refusal) in throw Refusal() }
        }
    }

    @Test func `more elements than the shape has stop the program`() async {
        await #expect(processExitsWith: .failure) { _ = Tensor([2], [1.0, 2, 3]) }
        await #expect(processExitsWith: .failure) { _ = Tensor(vector: [1, 2]).reshaped([3]) }
    }
}
