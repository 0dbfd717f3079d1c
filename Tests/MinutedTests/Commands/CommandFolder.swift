import ArgumentParser
import Distribution
import Foundation
import Minutes
import Storage
import TestSupport
import Website

@testable import minuted

/// A configuration made from the example files, and a real ledger in which M-2026-000001 is held.
///
/// It has delivery 1 to CADS health, and alert 1 that education was not consulted.
struct CommandFolder {
    static let now = Date(timeIntervalSince1970: 1_795_096_920)
    static let surroundings = Surroundings(now: { now }, person: "alice", ask: { _ in nil })
    static let repository = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    let folder: URL
    var state: URL { folder.appending(path: "state") }
    var configuration: String { folder.appending(path: "minuted.yaml").path }

    static func with(
        hasLedger: Bool = true,
        _ body: nonisolated(nonsending) (CommandFolder) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            for name in ["minuted", "partners", "rules"] {
                let example = repository.appending(path: "Config/\(name).example.yaml")
                let text = try String(contentsOf: example, encoding: .utf8)
                    .replacing("state: /var/lib/minuted", with: "state: state")
                try Data(text.utf8).write(to: folder.appending(path: "\(name).yaml"))
            }
            let sample = CommandFolder(folder: folder)
            if hasLedger { try sample.takeInHeldMinutes() }
            try await body(sample)
        }
    }

    /// What the command line answers.
    func answer(_ arguments: String..., in surroundings: Surroundings = CommandFolder.surroundings)
        async throws
        -> String
    {
        let command = try Minuted.parseAsRoot(arguments + ["--config", configuration])
        guard let command = command as? any StaffCommand else { throw ValidationError("no command of staff") }
        return try await command.text(in: surroundings)
    }

    private func takeInHeldMinutes() throws {
        guard let address = MailAddress("old.address@nhs.example") else {
            throw CocoaError(.coderInvalidValue)
        }
        let health = Contact(
            id: "cads-health",
            partner: .health,
            name: "CADS health",
            channel: .mail(address)
        )
        func identity(_ name: String) -> DeliveryIdentity {
            DeliveryIdentity(token: name, messageID: "\(name)@minutes.example", date: Self.now)
        }
        let version = NewVersion(
            meetingKey: "meeting",
            record: MeetingRecord(meeting: Meeting(date: CalendarDate(iso: "2026-11-18"), kind: .strategy)),
            isHeld: true,
            reason: "the minutes are a draft",
            deliveries: [
                NewDelivery(
                    contact: health,
                    partner: .health,
                    because: "took part",
                    identity: identity("minutes"),
                    dueAt: Self.now
                )
            ]
        )
        let alert = NewAlert(
            code: .educationNotConsulted,
            subject: .meeting,
            partner: .education,
            text: "Education was not consulted.",
            notices: []
        )
        _ = try Ledger(folder: state).takeIn(
            Intake(
                claim: "claim",
                sha256: String(repeating: "a", count: 64),
                byteCount: 1,
                name: "Minutes.docx",
                verdict: .minutes(version),
                alerts: [alert]
            ),
            at: Self.now
        )
    }
}
