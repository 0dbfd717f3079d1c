import Distribution
import Foundation
import Minutes
import Website

@testable import Storage

/// Invented models with everything that a text can show, and words that try to steer the terminal.
enum SampleModels {
    /// 19 November 2026, 14:02 in London.
    static let now = Date(timeIntervalSince1970: 1_795_096_920)

    static func later(_ minutes: Double) -> Date { now.addingTimeInterval(minutes * 60) }

    static var status: StatusAnswer {
        StatusAnswer(
            ledger: StatusModel(
                deliveries: ["queued": 12, "unknown": 1, "accepted": 340, "refused": 2, "bounced": 1],
                notices: ["accepted": 3],
                oldestWaitingSince: later(-95),
                openAlerts: ["education-not-consulted": 2, "delivery-refused": 2],
                heldFiles: 1,
                lastIntakeAt: later(-7),
                lastAcceptedAt: later(-6),
                receiptsDue: 3
            ),
            daemon: DaemonState(
                runningSince: later(-600),
                holdsEverything: false,
                inbox: .init(waitingFiles: 2, lookedAt: later(-1)),
                relay: .init(state: .answering, since: later(-599))
            )
        )
    }

    static let lines = [
        MeetingLine(
            reference: "M-2026-000124",
            date: nil,
            kind: .complexStrategy,
            urgency: .outOfHours,
            latestVersion: 1,
            disposition: .hold,
            isReleased: false,
            takenAt: now,
            deliveries: ["held": 3],
            openAlerts: 1
        ),
        MeetingLine(
            reference: "M-2026-000123",
            date: CalendarDate(iso: "2026-11-18"),
            kind: .strategy,
            urgency: .urgent,
            latestVersion: 12,
            disposition: .distribute,
            isReleased: false,
            takenAt: later(-600),
            deliveries: ["accepted": 2, "refused": 1, "delivered": 1, "deferred": 1, "acknowledged": 14],
            openAlerts: 10
        ),
    ]

    static let alerts = [
        alert(3, .educationNotConsulted, partner: .education, "Education was not consulted."),
        alert(4, .deliveryRefused, delivery: 8, "The relay refused a delivery: \u{1B}[2J550 no such user."),
    ]

    static func alert(
        _ id: Int64,
        _ code: AlertCode,
        partner: Partner? = nil,
        delivery: Int64? = nil,
        _ text: String
    ) -> AlertModel {
        AlertModel(
            id: id,
            code: code,
            partner: partner,
            reference: "M-2026-000123",
            version: 2,
            fileID: nil,
            deliveryID: delivery,
            text: text,
            raisedAt: now,
            closedAt: nil,
            closedBy: nil,
            closedWhy: nil
        )
    }

    static func delivery(
        _ id: Int64,
        _ state: DeliveryState,
        contact: String? = "cads-health",
        why: String = "",
        dueAt: Date? = nil,
        attempts: [AttemptModel] = []
    ) -> DeliveryModel {
        DeliveryModel(
            id: id,
            partner: .health,
            contact: contact,
            name: contact.map { "The \($0) team" },
            channel: contact == nil ? nil : id.isMultiple(of: 2) ? .webhook : .mail,
            address: contact.map { "\($0)@partner.example" },
            rendition: contact == nil ? nil : .full,
            because: "named in the minutes as CADS health",
            state: state,
            heldBecause: state == .held ? "the directory has no address" : nil,
            since: now,
            why: why,
            dueAt: dueAt,
            attempts: attempts
        )
    }

    static let refusal = AttemptModel(
        number: 2,
        startedAt: later(1),
        isRepeat: true,
        finishedAt: later(1),
        outcome: .refused,
        stage: .recipient,
        code: 550,
        enhancedCode: "5.1.1",
        reply: "5.1.1 No such user\r\nsee \u{9B}31mhttps://relay.example/help\r\nALERTS",
        tls: "TLSv1.3 TLS_AES_256_GCM_SHA384, relay.example",
        peer: "relay.example:587"
    )

    /// Two versions: the first replaced, the second held, with deliveries in many states.
    static var meeting: MeetingModel {
        var closed = alert(2, .fileHeld, "The minutes are a draft.")
        closed.closedAt = later(30)
        closed.closedBy = "A. Lead"
        closed.closedWhy = "the chair signed them"
        return MeetingModel(
            reference: "M-2026-000123",
            firstTakenAt: later(-600),
            versions: [
                version(2, .hold, [delivery(7, .held), delivery(9, .held, contact: nil)]),
                version(
                    1,
                    .distribute,
                    [
                        delivery(5, .accepted, attempts: [accepted]), delivery(6, .delivered),
                        delivery(8, .refused, why: "550 5.1.1 No such user", attempts: [refusal]),
                    ]
                ),
            ],
            alerts: alerts + [closed],
            notices: [notice],
            history: history
        )
    }

    private static let accepted = AttemptModel(
        number: 1,
        startedAt: later(-599),
        isRepeat: false,
        finishedAt: later(-599),
        outcome: .accepted,
        stage: .final,
        code: 250,
        enhancedCode: "2.0.0",
        reply: "2.0.0 Ok: queued as 4XyZ2",
        tls: "TLSv1.3",
        peer: "relay.example:587"
    )

    private static var notice: DeliveryModel {
        var notice = delivery(10, .deferred, why: "421 busy", dueAt: later(15))
        notice.partner = nil
        notice.contact = nil
        notice.name = "safeguarding-lead"
        notice.rendition = nil
        notice.because = "alert education-not-consulted"
        return notice
    }

    private static let history = [
        HistoryModel(
            at: later(-600),
            actor: "minuted",
            cause: "taken in",
            version: 1,
            deliveryID: nil,
            alertID: nil,
            from: nil,
            to: nil
        ),
        HistoryModel(
            at: later(1),
            actor: "minuted",
            cause: "550 5.1.1 No such user",
            version: 1,
            deliveryID: 8,
            alertID: nil,
            from: .attempting,
            to: .refused
        ),
        HistoryModel(
            at: later(30),
            actor: "A. Lead",
            cause: "closed: the chair signed them\nALERTS",
            version: nil,
            deliveryID: nil,
            alertID: 2,
            from: nil,
            to: nil
        ),
    ]

    static func version(_ number: Int, _ disposition: Disposition, _ deliveries: [DeliveryModel])
        -> VersionModel
    {
        VersionModel(
            number: number,
            fileID: Int64(number),
            fileName: "Strategy \u{1B}]0;owned\u{7}meeting \u{202E}xcod.docx",
            sha256: String(repeating: "ab12", count: 16),
            takenAt: later(-600),
            date: CalendarDate(iso: "2026-11-18"),
            kind: .strategy,
            urgency: .urgent,
            disposition: disposition,
            reason: disposition == .hold ? "The minutes are a draft" : "",
            releasedAt: nil,
            releasedBy: nil,
            withdrawnAt: nil,
            replacedBy: number == 1 ? 2 : nil,
            findings: [
                Finding(
                    code: .partnerNotConsulted,
                    severity: .alert,
                    partner: .education,
                    text:
                        "Education was not consulted: the school is named, but nobody of it was invited or asked.",
                    source: "section “Education”: school to be contacted on Monday"
                )
            ],
            partners: [
                PartnerEvidence(
                    partner: .health,
                    evidence: .attended,
                    words: "P. Tester, health visitor, present",
                    source: "table 1, row 3"
                ),
                PartnerEvidence(partner: .education, evidence: .none),
            ],
            deliveries: deliveries
        )
    }
}
