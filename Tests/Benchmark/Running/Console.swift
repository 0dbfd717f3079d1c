import Foundation

/// What the benchmark says while it runs, at once even where standard output is a file.
enum Console {
    static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    /// The load averages, since neighbours spoil every figure.
    static func load() -> String {
        let text = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? "not known"
        return text.split(separator: " ").prefix(3).joined(separator: " ")
    }
}

/// Why something could not be measured, as a sentence with what to do.
struct NotMeasured: Error, CustomStringConvertible {
    var description: String
}

/// Runs the body with an empty folder, removed afterwards, on the disk that everything measured shares.
func withScratchFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    // Short: the path of the control socket may have a hundred bytes only.
    let name = "minuted-bench-\(String(UInt32.random(in: .min ... .max), radix: 36))"
    let folder = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // Best effort: the system clears its temporary folder anyway.
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}
