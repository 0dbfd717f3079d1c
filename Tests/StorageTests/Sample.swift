import Distribution
import Foundation
import Minutes
import Storage
import TestSupport

/// Invented minutes, contacts and results, and a clock that only the test moves.
enum Sample {
    static let start = Date(timeIntervalSince1970: 1_795_000_000)
    static let health = contact("cads-health", .health)
    static let education = contact("education-safeguarding", .education)
    static let police = Contact(
        id: "police-referral-unit",
        partner: .police,
        name: "Police referral unit",
        channel: .webhook(
            WebhookEndpoint(url: "https://intake.police.example/minutes", secretFiles: ["police-webhook"])
        ),
        receives: .notice
    )
    static let directory = PartnerDirectory(contacts: [health, education, police])
    static let actor = "A. Lead"

    static func contact(_ id: String, _ partner: Partner, local: String? = nil) -> Contact {
        guard let address = MailAddress("\(local ?? id)@partner.example") else {
            preconditionFailure("a sample address is an address")
        }
        return Contact(id: id, partner: partner, name: "The \(id) team", channel: .mail(address))
    }

    static func decision(_ why: String = "the chair agreed", at: Date = start) -> Decision {
        Decision(actor: actor, why: why, at: at)
    }

    static func identity(_ name: String) -> DeliveryIdentity {
        DeliveryIdentity(token: "t-\(name)", messageID: "\(name)@minutes.example", date: start)
    }

    static func delivery(
        _ contact: Contact?,
        of name: String,
        partner: Partner? = nil,
        heldBecause: String? = nil,
        dueAt: Date = start
    ) -> NewDelivery {
        NewDelivery(
            contact: contact,
            partner: contact?.partner ?? partner ?? .education,
            because: "named in the minutes",
            heldBecause: heldBecause,
            identity: identity("\(name)-\(contact?.id ?? "undecided")"),
            dueAt: dueAt
        )
    }

    static func version(
        _ key: String = "meeting-1",
        basedOn: MeetingSoFar? = nil,
        isHeld: Bool = false,
        deliveries: [NewDelivery] = [],
        settles: [SettledAlert] = []
    ) -> NewVersion {
        let date = CalendarDate(iso: "2026-11-19")
        return NewVersion(
            meetingKey: key,
            basedOn: basedOn,
            record: MeetingRecord(
                meeting: Meeting(date: date, kind: .strategy, urgency: .urgent, status: .approved),
                children: [Child(name: "Ava Sample")]
            ),
            isHeld: isHeld,
            reason: isHeld ? "the minutes are a draft" : "",
            findings: [
                Finding(
                    code: .partnerNotConsulted,
                    severity: .alert,
                    partner: .education,
                    text: "Education was not consulted.",
                    source: "Ava Sample's school is not listed"
                )
            ],
            partners: [
                PartnerEvidence(
                    partner: .health,
                    evidence: .attended,
                    words: "present",
                    source: "table 1, row 2"
                ),
                PartnerEvidence(partner: .education, evidence: .none),
            ],
            deliveries: deliveries,
            settles: settles
        )
    }

    /// A file with its own content, `name` being its claim as well.
    static func intake(_ name: String, _ verdict: Intake.Verdict, alerts: [NewAlert] = []) -> Intake {
        Intake(
            claim: "claim-\(name)",
            sha256: sha256(name),
            byteCount: 30_000,
            name: "Ava Sample strategy meeting.docx",
            verdict: verdict,
            alerts: alerts
        )
    }

    /// Sixty-four hexadecimal digits that differ for every name.
    static func sha256(_ name: String) -> String {
        let digits = name.utf8.map { String($0, radix: 16) }.joined()
        return String((digits + String(repeating: "0", count: 64)).prefix(64))
    }

    static func educationAlert(of name: String, notices: [NewNotice]? = nil) -> NewAlert {
        NewAlert(
            code: .educationNotConsulted,
            subject: .meeting,
            partner: .education,
            text: "Education was not consulted.",
            notices: notices ?? [notice("\(name)-education")]
        )
    }

    static func notice(_ name: String, person: String = "safeguarding-lead", dueAt: Date = start) -> NewNotice
    {
        guard let address = MailAddress("\(person)@council.example") else {
            preconditionFailure("a sample address is an address")
        }
        return NewNotice(
            person: person,
            channel: .mail(address),
            identity: identity("notice-\(name)"),
            dueAt: dueAt
        )
    }

    static func result(
        _ outcome: AttemptResult.Outcome,
        code: Int? = nil,
        at: Date = start,
        retryAfter: Date? = nil
    ) -> AttemptResult {
        AttemptResult(
            outcome: outcome,
            stage: .final,
            code: code,
            reply: "the other side's words",
            peer: "relay.example:587",
            retryAfter: retryAfter,
            finishedAt: at
        )
    }

    /// One notice an alert, to the safeguarding lead.
    static func notices(_ code: AlertCode, _ at: Date) -> [NewNotice] {
        [notice("\(code.rawValue)-\(UUID().uuidString)", dueAt: at)]
    }

    static func noNotices(_ code: AlertCode, _ at: Date) -> [NewNotice] { [] }
}

/// Lends `body` a new ledger in a folder of its own.
func withLedger<Result>(_ body: (Ledger) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in try body(Ledger(folder: folder)) }
}

extension Ledger {
    /// Takes in minutes for some contacts as a new meeting, or as the next version of it.
    @discardableResult
    func takeInMinutes(
        _ name: String = "a",
        key: String = "meeting-1",
        for contacts: [Contact?] = [Sample.health],
        isHeld: Bool = false,
        alerts: [NewAlert] = [],
        settles: [SettledAlert] = [],
        dueAt: Date = Sample.start,
        at now: Date = Sample.start
    ) throws -> TakenFile {
        let version = Sample.version(
            key,
            basedOn: try meeting(key: key),
            isHeld: isHeld,
            deliveries: contacts.map { contact in
                Sample.delivery(
                    contact,
                    of: name,
                    heldBecause: contact == nil ? "the directory has no address" : nil,
                    dueAt: dueAt
                )
            },
            settles: settles
        )
        return try takeIn(Sample.intake(name, .minutes(version), alerts: alerts), at: now)
    }

    func claim(
        at now: Date = Sample.start,
        channel: ChannelKind = .mail,
        limit: Int = 100,
        lease: TimeInterval = 60
    ) throws -> [ClaimedDelivery] {
        try claimDue(at: now, channel: channel, limit: limit, lease: lease, by: "test")
    }

    /// Claims the one delivery that is due and records what came of it.
    @discardableResult
    func attempt(
        _ outcome: AttemptResult.Outcome,
        code: Int? = nil,
        channel: ChannelKind = .mail,
        policy: SendingPolicy = SendingPolicy(),
        at now: Date = Sample.start
    ) throws -> RecordedAttempt? {
        guard let claimed = try claim(at: now, channel: channel, limit: 1).first else { return nil }
        return try record(
            [
                FinishedAttempt(
                    attemptID: claimed.attemptID,
                    result: Sample.result(outcome, code: code, at: now)
                )
            ],
            at: now,
            policy: policy,
            notices: Sample.noNotices
        ).first
    }

    /// Deliveries of the newest version of the first meeting.
    func deliveries(of reference: String = "M-2026-000001") throws -> [DeliveryModel] {
        try meeting(reference: reference).versions.first?.deliveries ?? []
    }
}
