import Distribution
import Foundation
import GRDB
import Minutes
import TestSupport
import Testing

@testable import Storage

/// Random days in the life of the ledger, power cuts included, against what the outside world saw.
struct SimulationTests {
    @Test(arguments: UInt64(1)...12)
    func `whatever happens in whatever order, nothing is lost, doubled or said that is not known`(
        seed: UInt64
    ) throws {
        try withTemporaryFolder { folder in
            var world = try World(folder: folder, seed: seed)
            for _ in 1...120 {
                try world.step()
                try world.checkInvariants()
            }
            try world.drain()
            try world.checkInvariants()
            #expect(try world.waitingCount() == 0)
        }
    }
}

/// The ledger together with what a relay has taken, which the ledger can only know by what it is told.
private struct World {
    private var random: SeededNumbers
    private let root: URL
    private var crashes = 0
    private var ledger: Ledger?
    private var now = Sample.start
    private var intakes: [Intake] = []
    private var underWay: [ClaimedDelivery] = []
    /// Copies at the relay, by delivery, and whether each was marked as a repeat.
    private var copies: [Int64: [Bool]] = [:]
    private let policy: SendingPolicy

    init(folder: URL, seed: UInt64) throws {
        random = SeededNumbers(seed: seed)
        root = folder
        ledger = try Ledger(folder: folder.appending(path: "0"))
        policy = SendingPolicy(onUnknown: seed.isMultiple(of: 3) ? .ask : .resend)
    }

    private func open() throws -> Ledger { try #require(ledger) }

    mutating func step() throws {
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<5: try takeIn()
        case 5: try takeInAgain()
        case 6..<10: try claim()
        case 10..<15: try record()
        case 15: try decide()
        case 16: try crash()
        case 17:
            _ = try open().rescue(at: now, everything: false, policy: policy, notices: Sample.notices)
        case 18: _ = try open().raiseDelayed(at: now, after: 14_400, notices: Sample.notices)
        default: now += Double.random(in: 10...20_000, using: &random)
        }
    }

    private mutating func takeIn() throws {
        let name = "s\(intakes.count)"
        let key = "meeting-\(Int.random(in: 0..<5, using: &random))"
        var contacts: [Contact?] = [Sample.health, Sample.education, Sample.police]
        if Bool.random(using: &random) { contacts[1] = nil }
        let version = Sample.version(
            key,
            basedOn: try open().meeting(key: key),
            isHeld: Int.random(in: 0..<4, using: &random) == 0,
            deliveries: contacts.map { contact in
                Sample.delivery(
                    contact,
                    of: name,
                    heldBecause: contact == nil ? "no address" : nil,
                    dueAt: now
                )
            }
        )
        let intake = Sample.intake(name, .minutes(version), alerts: [Sample.educationAlert(of: name)])
        _ = try open().takeIn(intake, at: now)
        intakes.append(intake)
    }

    private mutating func takeInAgain() throws {
        guard let intake = intakes.randomElement(using: &random) else { return }
        let before = try open().takenFile(claim: intake.claim)
        #expect(try open().takeIn(intake, at: now) == before)
    }

    private mutating func claim() throws {
        let channel = ChannelKind.allCases.randomElement(using: &random) ?? .mail
        let claimed = try open().claimDue(at: now, channel: channel, limit: 5, lease: 600, by: "test")
        for delivery in claimed { #expect(delivery.isRepeat || copies[delivery.deliveryID] == nil) }
        underWay += claimed
    }

    private mutating func record() throws {
        var finished: [FinishedAttempt] = []
        for delivery in underWay {
            let outcome = AttemptResult.Outcome.allCases.randomElement(using: &random) ?? .deferred
            let mayArrive = outcome == .unknown && Bool.random(using: &random)
            if outcome == .accepted || mayArrive { arrive(delivery) }
            finished.append(
                FinishedAttempt(
                    attemptID: delivery.attemptID,
                    result: Sample.result(outcome, code: 450, at: now)
                )
            )
        }
        underWay = []
        _ = try open().record(finished, at: now, policy: policy, notices: Sample.notices)
    }

    private mutating func arrive(_ delivery: ClaimedDelivery) {
        copies[delivery.deliveryID, default: []].append(delivery.isRepeat)
    }

    private mutating func decide() throws {
        let references = try open().meetings(limit: 100).map(\.reference)
        guard let reference = references.randomElement(using: &random) else { return }
        let decision = Sample.decision(at: now)
        // A decision that does not fit is refused, and changes nothing.
        switch Int.random(in: 0..<5, using: &random) {
        case 0, 1: _ = try? open().release(reference, directory: Sample.directory, decision)
        case 2: _ = try? open().withdraw(reference, decision)
        case 3:
            for delivery in try open().undecided() {
                try open().decide(delivery: delivery.id, contact: Sample.education, decision)
            }
        default:
            for delivery in try open().deliveries(of: reference) {
                try? open().resend(delivery: delivery.id, directory: Sample.directory, decision)
            }
        }
    }

    /// A power cut: what is in the files goes on, the process and its memory do not.
    private mutating func crash() throws {
        for delivery in underWay where Bool.random(using: &random) { arrive(delivery) }
        underWay = []
        let old = root.appending(path: "\(crashes)")
        crashes += 1
        let new = root.appending(path: "\(crashes)")
        try FileManager.default.createDirectory(at: new, withIntermediateDirectories: true)
        for file in ["ledger.sqlite", "ledger.sqlite-wal"] {
            try FileManager.default.copyItem(
                at: old.appending(path: file),
                to: new.appending(path: file)
            )
        }
        ledger = try Ledger(folder: new)
        _ = try open().rescue(at: now, everything: true, policy: policy, notices: Sample.notices)
    }

    /// A good day: everything that is tried is accepted.
    mutating func drain() throws {
        try record()
        _ = try open().rescue(at: now, everything: true, policy: policy, notices: Sample.notices)
        for _ in 1...100 where try waitingCount() > 0 {
            now += 30_000
            for channel in ChannelKind.allCases {
                let claimed = try open().claimDue(
                    at: now,
                    channel: channel,
                    limit: 1000,
                    lease: 60,
                    by: "test"
                )
                for delivery in claimed { arrive(delivery) }
                let results = claimed.map {
                    FinishedAttempt(attemptID: $0.attemptID, result: Sample.result(.accepted, at: now))
                }
                _ = try open().record(results, at: now, policy: policy, notices: Sample.notices)
            }
        }
    }

    func waitingCount() throws -> Int {
        try open().database.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM delivery WHERE dueAt IS NOT NULL") ?? 0
        }
    }

    func checkInvariants() throws {
        for (delivery, marks) in copies {
            #expect(!marks.dropFirst().contains(false), "a second copy of \(delivery) was not marked")
        }
        try open().database.read { db in
            func ids(_ sql: String) throws -> [Int64] { try Int64.fetchAll(db, sql: sql) }
            let files = try ids("SELECT id FROM file").count
            let minutes = try ids("SELECT id FROM delivery WHERE purpose = 'minutes'").count
            #expect(files == intakes.count)
            #expect(minutes == 3 * intakes.count)

            let known = Set(try ids("SELECT id FROM delivery WHERE mayHaveArrived OR state = 'attempting'"))
            #expect(Set(copies.keys).isSubset(of: known), "a copy arrived that the ledger denies")

            let attempting = Set(try ids("SELECT id FROM delivery WHERE state = 'attempting'"))
            #expect(attempting.isSubset(of: underWay.map(\.deliveryID)))
            for (promise, sql) in Self.promises { #expect(try ids(sql).isEmpty, "\(promise)") }
            #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
            #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
        }
    }

    /// Each query finds what must not be.
    private static let promises = [
        "the history ends where each delivery stands": """
        SELECT id FROM delivery WHERE state IS NOT
        (SELECT toState FROM history WHERE deliveryID = delivery.id AND toState IS NOT NULL
         ORDER BY id DESC LIMIT 1)
        """,
        "each attempt is a row, and one under way belongs to a delivery that is attempting": """
        SELECT id FROM delivery WHERE attempts <> (SELECT count(*) FROM attempt WHERE deliveryID = delivery.id)
        OR (state = 'attempting') <> EXISTS (
            SELECT 1 FROM attempt WHERE deliveryID = delivery.id AND finishedAt IS NULL)
        """,
        "the tally counts what is there": """
        SELECT 1 FROM deliveryTally t WHERE count <>
        (SELECT count(*) FROM delivery d WHERE d.purpose = t.purpose AND d.state = t.state)
        """,
        "a failure was said to somebody": """
        SELECT id FROM delivery WHERE state IN ('refused', 'expired')
        AND NOT EXISTS (SELECT 1 FROM alert WHERE deliveryID = delivery.id)
        """,
        "what waits no more and is not known was said, or stopped by a person or a newer version": """
        SELECT d.id FROM delivery d LEFT JOIN version v ON v.id = d.versionID
        WHERE d.state = 'unknown' AND d.dueAt IS NULL
        AND v.replacedAt IS NULL AND v.withdrawnAt IS NULL
        AND d.stateWhy NOT LIKE '%every alert it tells of is closed%'
        AND NOT EXISTS (SELECT 1 FROM alert WHERE deliveryID = d.id AND code = 'delivery-unknown')
        """,
        "nothing of held minutes ever left": """
        SELECT d.id FROM delivery d JOIN version v ON v.id = d.versionID
        WHERE v.disposition = 'hold' AND v.releasedAt IS NULL AND d.attempts > 0
        """,
        "nothing waits of minutes that are replaced or withdrawn": """
        SELECT d.id FROM delivery d JOIN version v ON v.id = d.versionID
        WHERE (v.replacedAt IS NOT NULL OR v.withdrawnAt IS NOT NULL)
        AND (d.dueAt IS NOT NULL OR d.state = 'held')
        """,
        "an alert has one open row": """
        SELECT min(id) FROM alert WHERE closedAt IS NULL AND deliveryID IS NULL
        GROUP BY meetingID, code, partner, fileID HAVING count(*) > 1
        """,
        "a notice that waits tells of something open": """
        SELECT id FROM delivery WHERE purpose = 'alert' AND dueAt IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM alertNotice n JOIN alert a ON a.id = n.alertID
            WHERE n.deliveryID = delivery.id AND a.closedAt IS NULL)
        """,
    ]
}
