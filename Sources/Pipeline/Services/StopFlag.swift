import Synchronization

/// Says to a loop that an orderly stop has begun: finish what is under way, begin nothing new.
final class StopFlag: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .acquiring) }

    func set() { flag.store(true, ordering: .releasing) }
}
