internal import Glibc

/// How much memory there is to compute in.
package enum MachineMemory {
    /// Bytes left: the machine's, or the control group's or of a limit that was set, where that is less.
    package static var available: Int {
        min(machineAvailable ?? Int.max, groupAvailable ?? Int.max, MemoryLimit.left ?? Int.max)
    }

    private static var machineAvailable: Int? {
        guard let line = read("/proc/meminfo")?.split(separator: "\n").first(where: { $0.hasPrefix("MemAvailable:") }),
            let kilobytes = line.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        return kilobytes << 10
    }

    /// Control groups: version 2 first, then version 1. A limit may be the word "max".
    private static var groupAvailable: Int? {
        for (limit, use) in [
            ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
            ("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes"),
        ] {
            if let limit = readNumber(limit), let use = readNumber(use) { return max(0, limit - use) }
        }
        return nil
    }

    private static func readNumber(_ path: String) -> Int? {
        read(path).flatMap { Int($0.prefix { $0.isNumber }) }
    }

    private static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
