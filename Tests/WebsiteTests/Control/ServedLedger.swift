import Foundation
import Logging
import Website

extension SampleLedger {
    /// Runs the control server for as long as `body` takes.
    func served(
        wake: @escaping @Sendable () -> Void = {},
        _ body: nonisolated(nonsending) (ControlClient) async throws -> Void
    ) async throws {
        let (listening, isListening) = AsyncStream<Void>.makeStream()
        let server = try ControlServer(
            folder: folder.path,
            desk: desk,
            wake: wake,
            whenListening: { isListening.finish() },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                // A server that cannot start must end the wait as well.
                defer { isListening.finish() }
                try await server.run()
            }
            for await _ in listening {}
            try await body(ControlClient(folder: folder.path))
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}
