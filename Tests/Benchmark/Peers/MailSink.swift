import Foundation

/// Postfix's `smtp-sink` on loopback: takes every mail at once and keeps nothing.
enum MailSink {
    static func with<Result>(in folder: URL, _ body: (Int) async throws -> Result) async throws -> Result {
        let port = try freePort()
        // As root it insists on giving its rights away.
        let user = getuid() == 0 ? ["-u", "postfix"] : []
        let sink = try RunningProgram(
            ["/usr/sbin/smtp-sink"] + user + ["127.0.0.1:\(port)", "1000"],
            folder: folder
        )
        do {
            while !isListening(port) {
                guard sink.isRunning else { throw NotMeasured(description: "smtp-sink did not start.") }
                try await Task.sleep(for: .milliseconds(10))
            }
            let result = try await body(port)
            await sink.stop()
            return result
        } catch {
            await sink.stop()
            throw error
        }
    }
}
