import Foundation

/// From a settled file to the first `accepted` in the ledger, on an idle machine.
struct LatencyPart {
    let folder: URL
    let drops: Int

    func measure() async throws -> [Figure] {
        let sample = try SampleMinutes()
        let taken = try await MailSink.with(in: folder) { port in
            let daemonFolder = try DaemonFolder(root: folder, relayPort: port)
            return try await RunningDaemon.with(daemonFolder) { daemon in
                var lines = daemon.log.lines.makeAsyncIterator()
                var taken: [Drop] = []
                for number in 1...drops {
                    let draft = folder.appending(path: "draft.docx")
                    try sample.write(number, to: draft)
                    let start = ContinuousClock.now
                    try FileManager.default.moveItem(
                        at: draft,
                        to: daemonFolder.inbox.appending(path: "Minutes \(number).docx")
                    )
                    taken.append(try await Self.follow(&lines, since: start))
                    if number % 10 == 0 { Console.say("latency: \(number) of \(drops) drops") }
                }
                return taken
            }
        }
        let whole = Samples(taken.map(\.accepted))
        let reading = Samples(taken.map(\.takenIn))
        let sending = Samples(taken.map { $0.accepted - $0.takenIn })
        return [
            Figure(
                name: "settled to first accepted, median",
                value: Amount.milliseconds(whole.median),
                note: "bar: 300 ms"
            ),
            Figure(
                name: "settled to first accepted, 99th percentile",
                value: Amount.milliseconds(whole.quantile(0.99)),
                note: "bar: 1 s; \(drops) drops"
            ),
            Figure(name: "of this: notice, claim, read, commit", value: Amount.milliseconds(reading.median)),
            Figure(name: "of this: place, send, record", value: Amount.milliseconds(sending.median)),
        ]
    }

    /// Seconds after the file had settled.
    private struct Drop {
        var takenIn: Double
        var accepted: Double
    }

    /// Follows one document until all partners have it, so that the next finds the machine idle.
    private static func follow(
        _ lines: inout AsyncStream<DaemonLog.Line>.AsyncIterator,
        since start: ContinuousClock.Instant
    ) async throws -> Drop {
        var takenIn: Double?
        var accepted: Double?
        var left = DaemonFolder.partners
        while left > 0 {
            guard let line = await lines.next(isolation: nil) else {
                throw NotMeasured(description: "The daemon stopped by itself.")
            }
            let seconds = (line.at - start).inSeconds - DaemonFolder.settle
            if line.isTakenIn { takenIn = seconds }
            if line.isAccepted {
                accepted = accepted ?? seconds
                left -= 1
            }
        }
        guard let takenIn, let accepted else {
            throw NotMeasured(description: "A document was not taken in.")
        }
        return Drop(takenIn: takenIn, accepted: accepted)
    }
}
