/// Waits for an effect of another process, which no event tells of; the only place in the tests that looks again.
///
/// Throws `NotSeen` with `what` when it has not come within `limit`.
package func eventually<Fact>(
    _ what: @autoclosure () -> String,
    within limit: Duration = .seconds(60),
    every pause: Duration = .milliseconds(10),
    _ look: () async throws -> Fact?
) async throws -> Fact {
    let end = ContinuousClock.now + limit
    while true {
        if let fact = try await look() { return fact }
        guard ContinuousClock.now < end else { throw NotSeen(what: what()) }
        try await Task.sleep(for: pause)
    }
}

package struct NotSeen: Error, CustomStringConvertible {
    let what: String

    package var description: String { "Did not happen in time: \(what)" }
}
