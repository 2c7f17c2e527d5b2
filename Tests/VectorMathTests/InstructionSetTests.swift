import InstructionSets
import Glibc
import Testing
import VectorMath

@Suite struct InstructionSetTests {
    @Test func `the fallback runs on every machine and the best available set is the default`() {
        #expect(VectorMathInstructionSet.available.first == VECTOR_MATH_SCALAR)
        #expect(Self.instructionSetOfNewThread() == VectorMathInstructionSet.available.last)
    }

    @Test(arguments: VectorMathInstructionSet.available)
    func `a chosen instruction set is in force`(instructionSet: VectorMathInstructionSet) {
        #expect(instructionSet { vector_math_instruction_set() } == instructionSet)
    }

    @Test func `an instruction set the machine lacks is refused and the one in force stays`() {
        #if arch(arm64)
            let foreign = VECTOR_MATH_AVX2
        #else
            let foreign = VECTOR_MATH_ADVSIMD
        #endif
        for refused in [foreign, VectorMathInstructionSet(rawValue: 99)] {
            for instructionSet in VectorMathInstructionSet.available {
                instructionSet {
                    #expect(!vector_math_use(refused))
                    #expect(vector_math_instruction_set() == instructionSet)
                }
            }
        }
    }

    @Test func `a choice holds for the thread that made it`() {
        VECTOR_MATH_SCALAR {
            #expect(Self.instructionSetOfNewThread() == VectorMathInstructionSet.available.last)
        }
    }

    @Test(arguments: UnaryKernel.all)
    func `a unary kernel's fallback agrees with the others within 2 ulp`(kernel: UnaryKernel) {
        let doubles = Samples.doubles(20_000, seed: 19)
        let floats = Samples.floats(20_000, seed: 20)
        let (double, single) = VECTOR_MATH_SCALAR { (kernel(doubles), kernel(floats)) }
        for instructionSet in VectorMathInstructionSet.available.dropFirst() {
            for (x, (y, want)) in zip(doubles, zip(instructionSet { kernel(doubles) }, double)) {
                #expect(ulps(y, from: want) <= 2, "\(kernel.testDescription)(\(x)) = \(y), not \(want)")
            }
            for (x, (y, want)) in zip(floats, zip(instructionSet { kernel(floats) }, single)) {
                #expect(ulps(y, from: Double(want)) <= 2, "\(kernel.testDescription)(\(x)) = \(y), not \(want)")
            }
        }
    }

    @Test(arguments: BinaryKernel.all)
    func `a binary kernel's fallback agrees with the others within 2 ulp`(kernel: BinaryKernel) {
        let (a, b) = (Samples.doubles(20_000, seed: 21), Samples.doubles(20_000, seed: 22))
        let (singleA, singleB) = (Samples.floats(20_000, seed: 23), Samples.floats(20_000, seed: 24))
        let (double, single) = VECTOR_MATH_SCALAR { (kernel(a, b), kernel(singleA, singleB)) }
        for instructionSet in VectorMathInstructionSet.available.dropFirst() {
            for (y, want) in zip(instructionSet { kernel(a, b) }, double) {
                #expect(ulps(y, from: want) <= 2)
            }
            for (y, want) in zip(instructionSet { kernel(singleA, singleB) }, single) {
                #expect(ulps(y, from: Double(want)) <= 2)
            }
        }
    }

    /// The instruction set in force on a thread that has run no kernel yet.
    private static func instructionSetOfNewThread() -> VectorMathInstructionSet? {
        final class Box { var result: VectorMathInstructionSet? }  // A class: two threads hold it, one after the other.
        let box = Unmanaged.passRetained(Box())
        defer { box.release() }
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Box>.fromOpaque(argument).takeUnretainedValue().result = vector_math_instruction_set()
                return nil
            }, box.toOpaque())
        guard status == 0, pthread_join(thread, nil) == 0 else { return nil }
        return box.takeUnretainedValue().result
    }
}
