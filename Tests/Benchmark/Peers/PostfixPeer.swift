import Foundation

/// A real Postfix on loopback, with its own folders, that relays to the sink; everything else as it is shipped.
struct PostfixPeer {
    let port: Int
    let folder: URL
    private let next: Int

    /// Runs Postfix for as long as `body` takes.
    static func with<Result>(in folder: URL, next: Int, _ body: (PostfixPeer) async throws -> Result)
        async throws
        -> Result
    {
        guard getuid() == 0 else {
            throw NotMeasured(
                description: "Postfix must be started by root. Run this as root to have it as the peer."
            )
        }
        let peer = PostfixPeer(port: try freePort(), folder: folder.appending(path: "postfix"), next: next)
        try await peer.configure()
        try await peer.command("start")
        do {
            let result = try await body(peer)
            try await peer.command("stop")
            return result
        } catch {
            try await peer.command("stop")
            throw error
        }
    }

    /// Sends the same mail so many times to Postfix over eight connections that stay open.
    func send(_ mail: URL, times: Int) async throws {
        let sender = [
            "/usr/sbin/smtp-source", "-d", "-s", "8", "-m", "\(times)", "-F", mail.path, "-f",
            "minutes-bounces@council.example", "-t", "minutes@health.example", "127.0.0.1:\(port)",
        ]
        try await RunningProgram.run(sender, folder: folder)
    }

    /// From now on mail is kept as deferred, or leaves again.
    func deferMail(_ isDeferring: Bool) async throws {
        try await RunningProgram.run(
            ["/usr/sbin/postconf", "-c", etc, "defer_transports=\(isDeferring ? "smtp relay" : "")"],
            folder: folder
        )
        try await command("reload")
    }

    func flush() async throws {
        try await RunningProgram.run(["/usr/sbin/postqueue", "-c", etc, "-f"], folder: folder)
    }

    func waitUntilEmpty() async throws {
        while count(["maildrop", "incoming", "active", "deferred"]) > 0 {
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    func waitUntilDeferred(_ mails: Int) async throws {
        while count(["deferred"]) < mails { try await Task.sleep(for: .milliseconds(100)) }
    }

    private var etc: String { folder.appending(path: "etc").path }

    private func command(_ verb: String) async throws {
        try await RunningProgram.run(["/usr/sbin/postfix", "-c", etc, verb], folder: folder)
    }

    private func count(_ queues: [String]) -> Int {
        queues.reduce(0) { sum, queue in
            let files = FileManager.default.enumerator(
                at: folder.appending(path: "queue/\(queue)"),
                includingPropertiesForKeys: [.isRegularFileKey]
            )
            let names = files?.compactMap { ($0 as? URL)?.lastPathComponent } ?? []
            // The folders of a hashed queue have one letter; a queue file's name has at least ten.
            return sum + names.count { $0.count > 2 }
        }
    }

    private func configure() async throws {
        for name in ["etc", "queue", "data"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name),
                withIntermediateDirectories: true
            )
        }
        try write(
            """
            compatibility_level = 3.6
            queue_directory = \(folder.path)/queue
            data_directory = \(folder.path)/data
            daemon_directory = /usr/lib/postfix/sbin
            command_directory = /usr/sbin
            mail_owner = postfix
            setgid_group = postdrop
            maillog_file = \(folder.path)/log
            maillog_file_prefixes = \(folder.path)
            myhostname = relay.example
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mydestination =
            mynetworks = 127.0.0.0/8
            alias_maps =
            relayhost = [127.0.0.1]:\(next)
            smtp_tls_security_level = none
            """,
            to: "etc/main.cf"
        )
        try write(
            """
            \(port) inet n - n - - smtpd
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            pickup unix n - n 60 1 pickup
            showq unix n - n - - showq
            flush unix n - n 1000? 0 flush
            tlsmgr unix - - n 1000? 1 tlsmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            verify unix - - n - 1 verify
            smtp unix - - n - - smtp
            relay unix - - n - - smtp
            error unix - - n - - error
            retry unix - - n - - error
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            proxymap unix - - n - - proxymap
            postlog unix-dgram n - n - 1 postlogd
            """,
            to: "etc/master.cf"
        )
        try await RunningProgram.run(
            ["/usr/bin/chown", "postfix", folder.appending(path: "data").path],
            folder: folder
        )
    }

    private func write(_ text: String, to name: String) throws {
        try Data((text + "\n").utf8).write(to: folder.appending(path: name))
    }
}
