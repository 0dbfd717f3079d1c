internal import NIOCore
internal import NIOPosix
internal import NIOSSL

/// A mail relay on loopback for the demo and the tests: strict by default, awkward by script.
///
/// Listens on 127.0.0.1 at a free port. Every mail it takes is one event; nothing is kept.
package struct SMTPStandIn: Sendable {
    package let port: Int
    /// What happened, in order; for one reader.
    package let events: AsyncStream<SMTPEvent>

    private let options: Options
    private let continuation: AsyncStream<SMTPEvent>.Continuation
    private let listener: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>

    /// Starts to listen; `run()` must follow, and serves.
    package init(_ options: Options) async throws {
        self.options = options
        (events, continuation) = AsyncStream.makeStream()
        let implicitTLS = options.security == .implicitTLS ? try options.sslContext() : nil
        listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.backlog, value: 64)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let implicitTLS {
                        try channel.pipeline.syncOperations.addHandler(
                            NIOSSLServerHandler(context: implicitTLS)
                        )
                    }
                    return try NIOAsyncChannel(wrappingChannelSynchronously: channel)
                }
            }
        port = listener.channel.localAddress?.port ?? 0
    }

    /// Serves until the task is cancelled.
    package func run() async throws {
        defer { continuation.finish() }
        try await withThrowingDiscardingTaskGroup { group in
            try await listener.executeThenClose { connections in
                var number = 0
                for try await connection in connections {
                    number += 1
                    let dialogue = SMTPStandInDialogue(
                        options: options,
                        number: number,
                        events: continuation,
                        channel: connection.channel
                    )
                    group.addTask {
                        // A client that goes away, however rudely, is part of the job.
                        try? await dialogue.run(over: connection)
                        dialogue.events.yield(.closed(connection: dialogue.number))
                    }
                }
            }
        }
    }

    /// Runs a stand-in for as long as `body` takes.
    package static func with<Result: Sendable>(
        _ options: Options,
        _ body: (SMTPStandIn) async throws -> Result
    ) async throws -> Result {
        let standIn = try await SMTPStandIn(options)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await standIn.run() }
            defer { group.cancelAll() }
            return try await body(standIn)
        }
    }
}
