package import Foundation

/// Runs a test in a folder of its own, which is removed afterwards.
package func withTemporaryFolder<Answer>(_ body: (URL) throws -> Answer) throws -> Answer {
    let folder = try makeTemporaryFolder()
    // Best effort: the system clears its temporary folder anyway.
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

/// Runs a test that waits for something in a folder of its own, which is removed afterwards.
package func withTemporaryFolder<Answer>(
    _ body: nonisolated(nonsending) (URL) async throws -> Answer
) async throws -> Answer {
    let folder = try makeTemporaryFolder()
    // Best effort: the system clears its temporary folder anyway.
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

private func makeTemporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("minuted-test-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
}
