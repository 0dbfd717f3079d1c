import Distribution
import Transports

/// The connections to the relay that the configuration names now; those to an earlier one are closed.
package actor RelayConnections {
    private var current: (options: RelayOptions, transport: MailTransport)?
    private var isClosed = false

    package init() {}

    func transport(for options: RelayOptions) -> MailTransport {
        if let current, current.options == options { return current.transport }
        current?.transport.close()
        let transport = MailTransport(options)
        if isClosed { transport.close() }
        current = (options, transport)
        return transport
    }

    /// Begins an orderly stop: what is on the wire is finished, the rest comes back untried.
    package func close() {
        isClosed = true
        current?.transport.close()
    }
}
