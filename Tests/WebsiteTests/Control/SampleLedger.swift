import Distribution
import Foundation
import Minutes
import Storage
import TestSupport
import Website

/// A real ledger in a folder of its own, with invented minutes in it.
///
/// M-2026-000001 is held with delivery 1 to health and alert 1 on education (notice 2); M-2026-000002 has delivery 3.
struct SampleLedger {
    static let start = Date(timeIntervalSince1970: 1_795_000_000.123)
    static let grounds = ControlRequest.Grounds(actor: "A. Lead", why: "the chair agreed")

    let folder: URL
    let desk: ControlDesk

    static func with(
        daemon: DaemonState? = nil,
        clean: @escaping ControlDesk.Cleaning = { reference, _ in
            throw ControlFailure(.refused, "No copy of \(reference).")
        },
        _ body: nonisolated(nonsending) (SampleLedger) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let ledger = try Ledger(folder: folder)
            let health = try contact()
            try takeIn("a", isHeld: true, health: health, ledger)
            try takeIn("b", isHeld: false, health: health, ledger)
            let directory = PartnerDirectory(contacts: [health])
            let desk = ControlDesk(
                ledger: ledger,
                directory: { directory },
                clean: clean,
                now: { start.addingTimeInterval(60) },
                daemon: { daemon }
            )
            try await body(SampleLedger(folder: folder, desk: desk))
        }
    }

    private static func contact() throws -> Contact {
        guard let address = MailAddress("cads.health@nhs.example") else {
            throw CocoaError(.coderInvalidValue)
        }
        return Contact(id: "cads-health", partner: .health, name: "CADS health", channel: .mail(address))
    }

    private static func takeIn(_ name: String, isHeld: Bool, health: Contact, _ ledger: Ledger) throws {
        func identity(_ kind: String) -> DeliveryIdentity {
            DeliveryIdentity(
                token: "\(kind)-\(name)",
                messageID: "\(kind)-\(name)@minutes.example",
                date: start
            )
        }
        let version = NewVersion(
            meetingKey: "meeting-\(name)",
            record: MeetingRecord(meeting: Meeting(date: CalendarDate(iso: "2026-11-19"), kind: .strategy)),
            isHeld: isHeld,
            reason: isHeld ? "the minutes are a draft" : "",
            partners: [
                PartnerEvidence(partner: .health, evidence: .attended, words: "present", source: "row 2")
            ],
            deliveries: [
                NewDelivery(
                    contact: health,
                    partner: .health,
                    because: "took part",
                    identity: identity("minutes"),
                    dueAt: start
                )
            ]
        )
        let alert = NewAlert(
            code: .educationNotConsulted,
            subject: .meeting,
            partner: .education,
            text: "Education was not consulted.",
            notices: [
                NewNotice(person: "lead", channel: health.channel, identity: identity("notice"), dueAt: start)
            ]
        )
        _ = try ledger.takeIn(
            Intake(
                claim: "claim-\(name)",
                sha256: String(repeating: name, count: 64),
                byteCount: 1,
                name: "Minutes \(name).docx",
                verdict: .minutes(version),
                alerts: isHeld ? [alert] : []
            ),
            at: start
        )
    }
}
