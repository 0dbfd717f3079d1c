internal import Synchronization

/// Set once, from any thread, when the daemon wants to stop in good order.
final class StopSignal: Sendable {
    private let value = Atomic(false)

    var isSet: Bool { value.load(ordering: .acquiring) }

    func set() {
        value.store(true, ordering: .releasing)
    }
}
