/// A gate that opens once, so that a test says when a stand-in goes on instead of guessing with a timer.
package actor StandInSignal {
    private var isOpen = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init() {}

    /// Lets everyone through, now and later.
    package func open() {
        isOpen = true
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    /// Returns once the gate is open.
    package func wait() async {
        if isOpen { return }
        await withCheckedContinuation { waiting.append($0) }
    }
}
