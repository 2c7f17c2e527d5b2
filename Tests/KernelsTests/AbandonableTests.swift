import CSignals
import Kernels
import Synchronization
import Testing

struct AbandonableTests {
    @Test func `what the work gives is given`() {
        let numbers = [3, 1, 2]
        #expect(Abandonable.run { numbers.sorted() } == [1, 2, 3])
    }

    /// A class, because two threads share it.
    private final class Course: Sendable {
        let mayEnd = Atomic(false)
        let hasEnded = Atomic(false)
    }

    @Test func `an interrupt leaves the work behind, which ends by itself`() async {
        await #expect(processExitsWith: .success) {
            let course = Course()
            signals_interrupt()
            let result = Abandonable.run {
                while !course.mayEnd.load(ordering: .acquiring) {}
                course.hasEnded.store(true, ordering: .releasing)
                return 1
            }
            #expect(result == nil)
            course.mayEnd.store(true, ordering: .releasing)
            while !course.hasEnded.load(ordering: .acquiring) {}
        }
    }
}
