import Foundation
import StandIns
import Storage
import TestSupport
import Testing

/// `minuted release --cleaned` as people give it, with the daemon and without.
@Suite(.timeLimit(.minutes(3)))
struct CleanedReleaseTests {
    private static var changed: Data {
        var file = MinutesFile()
        file.markup = MinutesFile.trackedChange
        return file.bytes
    }

    /// Runs a command of staff to its end; throws if it fails.
    private func minuted(_ folder: CouncilFolder, _ arguments: String...) async throws -> String {
        try await withFolder { work in
            try await ChildProcess.run(
                [MinutedBinary.path] + arguments + ["--config", folder.configuration.path],
                folder: work
            ).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// The held meeting's reference, once its note says it.
    private func held(_ running: RunningDaemon) async throws -> String {
        try running.folder.drop("minutes.docx", Self.changed)
        let note = try await running.file("Needs attention/", ".problem.txt")
        let text = try running.folder.text(note)
        return try #require(text.firstMatch(of: /M-\d{4}-\d{6}/).map { String($0.output) })
    }

    private func check(_ mail: ReceivedMail) throws {
        let document = try #require(mail.attachment)
        #expect(document.starts(with: Data("PK".utf8)))
        #expect(document != Self.changed)
        #expect(document.count < Self.changed.count * 2)
    }

    @Test func `through the daemon the copy is made, told and sent`() async throws {
        try await RunningDaemon.with { running in
            let reference = try await held(running)

            let told = try await minuted(
                running.folder,
                "release",
                reference,
                "--cleaned",
                "--why",
                "only a tracked change",
                "--as",
                "Sam"
            )
            try await running.daemon.settled()

            #expect(
                told.contains("\(reference) is released as a cleaned copy, without 1 insertion, 1 deletion")
            )
            let mail = try #require(
                await running.wire.mails.first { $0.recipients[0].address == "school.nursing@nhs.example" }
            )
            try check(mail)
            let shown = try await minuted(running.folder, "show", reference)
            #expect(shown.contains("A cleaned copy, made on"))
            #expect(
                shown.contains("released: as a cleaned copy, without 1 insertion, 1 deletion: only a tracked")
            )
            _ = try await running.file("Accepted/", ".receipt.txt")
            #expect(await running.daemon.stop() == .code(0))
        }
    }

    @Test func `without a daemon the copy waits for the next one`() async throws {
        try await RunningDaemon.with { running in
            let reference = try await held(running)
            #expect(await running.daemon.stop() == .code(0))

            let told = try await minuted(
                running.folder,
                "release",
                reference,
                "--cleaned",
                "--why",
                "only a tracked change",
                "--as",
                "Sam"
            )
            #expect(told.contains("as a cleaned copy"))
            #expect(told.contains("No daemon is running"))

            let next = try DaemonProcess(running.folder)
            try await next.ready()
            try await next.settled()
            let mail = await running.wire.mails.first {
                $0.recipients[0].address == "school.nursing@nhs.example"
            }
            try check(try #require(mail))
            #expect(await next.stop() == .code(0))
        }
    }
}

extension ReceivedMail {
    /// The attached document.
    fileprivate var attachment: Data? {
        let parts = text.components(separatedBy: "\r\n\r\n")
        guard let head = parts.firstIndex(where: { $0.lowercased().contains("disposition: attachment") }),
            head + 1 < parts.count
        else { return nil }
        let body = parts[head + 1].components(separatedBy: "\r\n--").first ?? ""
        return Data(base64Encoded: body, options: .ignoreUnknownCharacters)
    }
}
