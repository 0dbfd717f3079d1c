/// A gate that opens once, so that a test says when a stand-in goes on instead of guessing with a timer.
package actor StandInSignal {
    private var isOpen = false
    private var waiting: [AsyncStream<Never>.Continuation] = []

    package init() {}

    /// Lets everyone through, now and later.
    package func open() {
        isOpen = true
        for continuation in waiting { continuation.finish() }
        waiting = []
    }

    /// Returns once the gate is open, or the task is cancelled.
    package func wait() async {
        if isOpen { return }
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        waiting.append(continuation)
        for await _ in stream {}
    }
}
