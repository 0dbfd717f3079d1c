/// The bells between the services of one daemon.
package struct Bells: Sendable {
    /// Something may be due for sending.
    package let deliveries = Bell()
    /// A receipt may have to be rewritten.
    package let receipts = Bell()
    /// The inbox should be looked at.
    package let inbox = Bell()

    package init() {}

    package func ringAll() {
        deliveries.ring()
        receipts.ring()
        inbox.ring()
    }
}
