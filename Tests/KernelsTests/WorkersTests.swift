import Foundation
import Synchronization
import Testing

@testable import Kernels

/// The number of threads belongs to the whole process, so each of these runs in a process of its own.
struct WorkersTests {
    @Test func `every part is done once, whatever the number of threads and of parts`() async {
        await #expect(processExitsWith: .success) {
            for threads in [1, 2, 3, 16] {
                Workers.threadCount = threads
                for partCount in [0, 1, 2, 3, 7, 100, 5000] {
                    let counts = UnsafeMutablePointer<Int>.allocate(capacity: partCount)
                    counts.initialize(repeating: 0, count: partCount)
                    for _ in 0..<20 { Workers.forEach(partCount) { counts[$0] += 1 } }
                    #expect((0..<partCount).allSatisfy { counts[$0] == 20 })
                    counts.deallocate()
                }
            }
        }
    }

    @Test func `threads that fell asleep wake for the next work`() async {
        await #expect(processExitsWith: .success) {
            Workers.threadCount = 2
            for _ in 0..<5 {
                // Two parts that each wait for the other to have begun: one thread alone would never end.
                let begun = Atomic(0)
                Workers.forEach(2) { _ in
                    begun.wrappingAdd(1, ordering: .sequentiallyConsistent)
                    while begun.load(ordering: .sequentiallyConsistent) < 2 {}
                }
                usleep(2000)
            }
        }
    }

    @Test func `work within work is a loop`() async {
        await #expect(processExitsWith: .success) {
            Workers.threadCount = 2
            let total = Atomic(0)
            Workers.forEach(10) { _ in
                Workers.forEach(10) { total.wrappingAdd($0, ordering: .relaxed) }
            }
            #expect(total.load(ordering: .relaxed) == 450)
        }
    }

    @Test func `callers on several threads do not mix their work`() async {
        await #expect(processExitsWith: .success) {
            Workers.threadCount = 4
            await withTaskGroup(of: Int.self) { group in
                for caller in 1...4 {
                    group.addTask {
                        var sum = 0
                        for _ in 0..<200 {
                            let counts = UnsafeMutablePointer<Int>.allocate(capacity: 50)
                            Workers.forEach(50) { counts[$0] = caller * $0 }
                            sum += (0..<50).reduce(0) { $0 + counts[$1] }
                            counts.deallocate()
                        }
                        return sum / caller
                    }
                }
                for await sum in group { #expect(sum == 200 * 1225) }
            }
        }
    }

    @Test func `there is at least one thread`() async {
        await #expect(processExitsWith: .success) {
            #expect(Workers.threadCount >= 1)
            Workers.threadCount = 0
            #expect(Workers.threadCount == 1)
        }
    }
}
