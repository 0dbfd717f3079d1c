/// How patient the inbox is (`inbox:` of the configuration).
package struct InboxOptions: Equatable, Sendable {
    /// How long a file must stay as it is before it is taken.
    package var settle: Duration
    /// The time between two looks when no event asks for one.
    package var rescan: Duration
    /// How long a Word owner file must stay as it is before it counts as left over from a crash.
    package var staleOwner: Duration
    /// How long a file of 0 bytes counts as still being written.
    package var emptyLimit: Duration

    package init(
        settle: Duration = .seconds(5),
        rescan: Duration = .seconds(30),
        staleOwner: Duration = .seconds(12 * 3_600),
        emptyLimit: Duration = .seconds(600)
    ) {
        self.settle = settle
        self.rescan = rescan
        self.staleOwner = staleOwner
        self.emptyLimit = emptyLimit
    }
}
