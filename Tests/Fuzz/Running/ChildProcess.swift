import Foundation

/// A run of this program that may die.
struct ChildProcess {
    /// What it wrote, and how it ended.
    struct Ending {
        let output: [UInt8]
        let errors: String
        let status: Int32
        let isSignal: Bool
    }

    static func run(_ arguments: [String], backtrace: Bool = false) throws -> Ending {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        // The account of a crash takes seconds, and a replay gives it.
        if !backtrace { environment["SWIFT_BACKTRACE"] = "enable=no" }
        process.environment = environment
        let errors = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
        try Data().write(to: errors)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardError = try FileHandle(forWritingTo: errors)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = [UInt8](try pipe.fileHandleForReading.readToEnd() ?? Data())
        process.waitUntilExit()
        return Ending(
            output: output,
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
            status: process.terminationStatus,
            isSignal: process.terminationReason == .uncaughtSignal
        )
    }
}
