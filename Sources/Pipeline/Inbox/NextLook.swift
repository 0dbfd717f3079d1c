/// When the inbox must be looked at again if no event comes first.
package enum NextLook {
    /// The moment when the first waiting file can be taken, or else the next rescan.
    ///
    /// A file that settled but could not be claimed is not counted: it is tried again at the rescan, so that a full
    /// disk does not lead to a busy loop.
    package static func after(
        _ look: InboxLook,
        now: ContinuousClock.Instant,
        rescan: Duration
    ) -> ContinuousClock.Instant {
        let regular = now.advanced(by: rescan)
        let first = look.waiting.map(\.until).filter { $0 > now }.min() ?? regular
        return min(first, regular)
    }
}
