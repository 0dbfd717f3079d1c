import Foundation

/// What a process has in memory, in kilobytes (proc(5), `smaps_rollup`).
struct ProcessMemory: Equatable, Sendable {
    var resident: Int
    /// Its own and written to: what it costs the machine.
    var privateDirty: Int

    init(resident: Int = 0, privateDirty: Int = 0) {
        self.resident = resident
        self.privateDirty = privateDirty
    }

    /// Parses the text of `smaps_rollup`; a line that is missing counts as nothing.
    init(rollup: String) {
        func value(_ name: String) -> Int {
            let line = rollup.split(separator: "\n").first { $0.hasPrefix("\(name):") }
            return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
        }
        self.init(resident: value("Rss"), privateDirty: value("Private_Dirty"))
    }

    init(ofProcess id: Int32) throws {
        self.init(rollup: try String(contentsOfFile: "/proc/\(id)/smaps_rollup", encoding: .utf8))
    }

    func peak(with other: ProcessMemory) -> ProcessMemory {
        ProcessMemory(
            resident: max(resident, other.resident),
            privateDirty: max(privateDirty, other.privateDirty)
        )
    }

    /// The most that was seen while the body ran, looking twenty times a second.
    static func peak(ofProcess id: Int32, during body: () async throws -> Void) async throws -> ProcessMemory
    {
        try await withThrowingTaskGroup(of: ProcessMemory.self) { group in
            group.addTask {
                var peak = try ProcessMemory(ofProcess: id)
                while !Task.isCancelled {
                    // A process that has just ended adds nothing.
                    if let now = try? ProcessMemory(ofProcess: id) { peak = peak.peak(with: now) }
                    try? await Task.sleep(for: .milliseconds(50))
                }
                return peak
            }
            try await body()
            group.cancelAll()
            return try await group.next() ?? ProcessMemory()
        }
    }
}
