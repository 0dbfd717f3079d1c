import Foundation

/// An inbox full of documents for three partners each, to all accepted, beside a script that keeps nothing.
struct BacklogPart {
    let folder: URL
    let documents: Int

    func measure() async throws -> [Figure] {
        let drafts = folder.appending(path: "drafts")
        try Self.write(documents, to: drafts)
        return try await MailSink.with(in: folder) { port in
            Console.say("backlog: python-docx and smtplib, \(documents) documents")
            let python = try await PythonPeer.number(
                PythonPeer.sendFolder,
                arguments: [drafts.path, "\(port)"],
                folder: folder
            )
            Console.say("backlog: the daemon, \(documents) documents")
            let daemonFolder = try DaemonFolder(root: folder, relayPort: port)
            let ours = try await RunningDaemon.with(daemonFolder) { daemon in
                try await Self.empty(drafts, into: daemon, documents: documents)
            }
            return [
                Figure(
                    name: "\(documents) documents, each to three partners",
                    value: Amount.rate(documents, in: ours, of: "documents"),
                    note: "\(Amount.seconds(ours)); \(Amount.ratio(python / ours)) the script's; bar: 10"
                ),
                Figure(
                    name: "python-docx and smtplib, nothing kept",
                    value: Amount.rate(documents, in: python, of: "documents"),
                    note: Amount.seconds(python)
                ),
            ]
        }
    }

    static func write(_ documents: Int, to folder: URL) throws {
        let sample = try SampleMinutes()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for number in 1...documents {
            try sample.write(number, to: folder.appending(path: "Minutes \(number).docx"))
        }
    }

    /// Drops all documents at once; seconds from their settling until every partner's relay has accepted them.
    static func empty(_ drafts: URL, into daemon: RunningDaemon, documents: Int) async throws -> Double {
        let files = try FileManager.default.contentsOfDirectory(at: drafts, includingPropertiesForKeys: nil)
        let start = ContinuousClock.now
        for file in files {
            try FileManager.default.moveItem(
                at: file,
                to: daemon.folder.inbox.appending(path: file.lastPathComponent)
            )
        }
        try await daemon.wait { $0.accepted == documents * DaemonFolder.partners }
        return (ContinuousClock.now - start).inSeconds - DaemonFolder.settle
    }
}
