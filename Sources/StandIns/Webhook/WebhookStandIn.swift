internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdTLS
internal import Logging
internal import NIOCore
internal import ServiceLifecycle

/// A partner's HTTPS endpoint on loopback for the demo and the tests, which checks signatures for itself.
package struct WebhookStandIn: Sendable {
    /// Requests in the order in which they were complete; for one reader.
    package let requests: AsyncStream<ReceivedWebhook>
    /// Yields the port once, when the endpoint listens.
    package let ports: AsyncStream<Int>

    private let options: Options
    private let requestSink: AsyncStream<ReceivedWebhook>.Continuation
    private let portSink: AsyncStream<Int>.Continuation

    package struct Options: Sendable {
        package var identity: StandInAuthority.ServerIdentity
        /// Any one of them makes a signature good.
        package var secrets: [String]
        /// Asked for each request, numbered from 1; the default answers 202 to what is signed and 401 to the rest.
        package var script: @Sendable (ReceivedWebhook, Int) -> WebhookAction

        package init(
            identity: StandInAuthority.ServerIdentity,
            secrets: [String],
            script: @escaping @Sendable (ReceivedWebhook, Int) -> WebhookAction = { request, _ in
                .answer(status: request.isSigned ? 202 : 401)
            }
        ) {
            self.identity = identity
            self.secrets = secrets
            self.script = script
        }
    }

    package init(_ options: Options) {
        self.options = options
        (requests, requestSink) = AsyncStream.makeStream()
        (ports, portSink) = AsyncStream.makeStream()
    }

    /// Listens on 127.0.0.1 at a free port and serves until the task is cancelled.
    package func run() async throws {
        defer {
            requestSink.finish()
            portSink.finish()
        }
        let counter = RequestCounter()
        let application = Application(
            responder: CallbackResponder { (request: Request, context: ConnectionContext) in
                try await respond(to: request, in: context, counter)
            },
            server: try .tls(tlsConfiguration: options.identity.tlsConfiguration()),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { [portSink] channel in
                portSink.yield(channel.localAddress?.port ?? 0)
                portSink.finish()
            },
            logger: Logger(label: "stand-in", factory: { _ in SwiftLogNoOpLogHandler() })
        )
        // Not `runService()`: the demo and the tests own the signals.
        try await cancelWhenGracefulShutdown { try await application.run() }
    }

    /// Runs an endpoint for as long as `body` takes, and gives it the base address (`https://127.0.0.1:port`).
    package static func with<Result: Sendable>(
        _ options: Options,
        _ body: (WebhookStandIn, String) async throws -> Result
    ) async throws -> Result {
        let standIn = WebhookStandIn(options)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await standIn.run() }
            defer { group.cancelAll() }
            var ports = standIn.ports.makeAsyncIterator()
            let port = await ports.next() ?? 0
            return try await body(standIn, "https://127.0.0.1:\(port)")
        }
    }

    private func respond(
        to request: Request,
        in context: ConnectionContext,
        _ counter: RequestCounter
    ) async throws -> Response {
        let body = try await request.body.collect(upTo: 100 << 20)
        var received = ReceivedWebhook(
            method: request.method.rawValue,
            path: request.uri.path,
            headers: Dictionary(
                request.headers.map { ($0.name.canonicalName, $0.value) },
                uniquingKeysWith: { $0 + ", " + $1 }
            ),
            body: Data(body.readableBytesView),
            isSigned: false
        )
        received.isSigned = WebhookSignatureCheck(secrets: options.secrets, tolerance: 300)
            .accepts(received.headers, body: received.body, at: Date())
        requestSink.yield(received)
        var action = options.script(received, await counter.next())
        while case .after(let signal, let next) = action {
            await signal.wait()
            action = next
        }
        guard case .answer(let status, let headers, let answer) = action else {
            try await context.channel.close()
            return Response(status: .internalServerError)
        }
        var fields = HTTPFields()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return Response(
            status: HTTPResponse.Status(code: status),
            headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer))
        )
    }
}

private actor RequestCounter {
    private var count = 0

    func next() -> Int {
        count += 1
        return count
    }
}

/// Keeps the channel, so that a script can close it.
private struct ConnectionContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
