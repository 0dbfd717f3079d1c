package import Foundation
import Glibc
package import StandIns
import Testing

/// A real Postfix on loopback, with its own folders, that requires TLS and relays to a stand-in.
package struct PostfixRelay {
    package let port: Int
    package let folder: URL

    /// Runs Postfix for as long as `body` takes; whatever it takes in, it hands on to the relay at `next`.
    package static func with<Result>(
        _ identity: StandInAuthority.ServerIdentity,
        next: Int,
        _ body: (PostfixRelay) async throws -> Result
    ) async throws -> Result {
        try await withFolder { folder in
            let relay = PostfixRelay(port: try freePort(), folder: folder)
            try await relay.configure(identity, next: next)
            _ = try await ChildProcess.run(relay.command("start"), folder: folder)
            do {
                let result = try await body(relay)
                _ = try await ChildProcess.run(relay.command("stop"), folder: folder)
                return result
            } catch {
                _ = try await ChildProcess.run(relay.command("stop"), folder: folder)
                throw error
            }
        }
    }

    private func command(_ verb: String) -> [String] {
        ["/usr/sbin/postfix", "-c", folder.appending(path: "etc").path, verb]
    }

    private func configure(_ identity: StandInAuthority.ServerIdentity, next: Int) async throws {
        for name in ["etc", "queue", "data"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name),
                withIntermediateDirectories: true
            )
        }
        try write(identity.key + "\n" + identity.certificate, to: "tls.pem")
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
            smtpd_tls_security_level = encrypt
            smtpd_tls_chain_files = \(folder.path)/tls.pem
            smtpd_delay_reject = no
            smtpd_recipient_restrictions =
              check_recipient_access inline:{ {nobody@health.example = REJECT no such user}, {grey@health.example = DEFER} },
              permit_mynetworks, reject
            """,
            to: "etc/main.cf"
        )
        try write(
            """
            \(port) inet n - n - - smtpd
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
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
        let data = folder.appending(path: "data").path
        _ = try await ChildProcess.run(["chown", "postfix", data], folder: folder)
    }

    private func write(_ text: String, to name: String) throws {
        try Data((text + "\n").utf8).write(to: folder.appending(path: name))
    }

    /// A port that was free a moment ago: Postfix cannot be told to choose one.
    private static func freePort() throws -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 ? getsockname(socket, $0, &length) : -1
            }
        }
        try #require(code == 0)
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
