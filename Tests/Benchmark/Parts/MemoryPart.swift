import Foundation

/// What the daemon has in memory: idle, with a queue to send, and with an inbox to read.
struct MemoryPart {
    let folder: URL
    let mails: Int
    let documents: Int

    func measure() async throws -> [Figure] {
        try await MailSink.with(in: folder) { port in
            let idle = try await idle(port)
            let draining = try await draining(port)
            let reading = try await reading(port)
            return figures("idle", idle, bars: ("60 MB", "10 MB"))
                + figures("\(mails) mails to send, peak", draining, bars: ("200 MB", nil))
                + figures("\(documents) documents to read, peak", reading, bars: ("200 MB", nil))
        }
    }

    private func figures(_ name: String, _ memory: ProcessMemory, bars: (String, String?)) -> [Figure] {
        [
            Figure(
                name: "\(name): resident",
                value: Amount.megabytes(memory.resident),
                note: "bar: \(bars.0)"
            ),
            Figure(
                name: "\(name): private and dirty",
                value: Amount.megabytes(memory.privateDirty),
                note: bars.1.map { "bar: \($0)" } ?? ""
            ),
        ]
    }

    private func idle(_ port: Int) async throws -> ProcessMemory {
        Console.say("memory: idle")
        return try await RunningDaemon.with(try DaemonFolder(root: sub("idle"), relayPort: port)) { daemon in
            // Long enough for what only the start needs to be given back.
            try await Task.sleep(for: .seconds(5))
            return try ProcessMemory(ofProcess: daemon.id)
        }
    }

    private func draining(_ port: Int) async throws -> ProcessMemory {
        Console.say("memory: sending \(mails) mails")
        let daemonFolder = try DaemonFolder(root: sub("drain"), relayPort: port, holdsEverything: true)
        try QueuedMails.prepare(mails, in: daemonFolder)
        return try await RunningDaemon.with(daemonFolder) { daemon in
            try await ProcessMemory.peak(ofProcess: daemon.id) {
                _ = try await DrainPart.drain(daemon, mails: mails)
            }
        }
    }

    private func reading(_ port: Int) async throws -> ProcessMemory {
        Console.say("memory: taking in \(documents) documents")
        let drafts = folder.appending(path: "drafts")
        try BacklogPart.write(documents, to: drafts)
        return try await RunningDaemon.with(try DaemonFolder(root: sub("inbox"), relayPort: port)) { daemon in
            try await ProcessMemory.peak(ofProcess: daemon.id) {
                _ = try await BacklogPart.empty(drafts, into: daemon, documents: documents)
            }
        }
    }

    private func sub(_ name: String) -> URL { folder.appending(path: name) }
}
