import Crypto
import Distribution
import Foundation
import StandIns
import Storage

/// Compares what was dropped with what lies in the inbox, what the ledger holds and what was on the wire.
struct CrashAudit {
    let folder: CouncilFolder
    let ledger: Ledger
    let dropped: [CrashLoad.Dropped]
    let mails: [ReceivedMail]
    let webhooks: [ReceivedWebhook]

    private let minutesOnTheWire: [String: [Bool]]
    /// How many webhooks came by the reference that they are about.
    private let webhooksOnTheWire: [String: Int]
    private(set) var faults: [String] = []
    private var deliveries = 0
    private var repeats = 0

    init(
        folder: CouncilFolder,
        ledger: Ledger,
        dropped: [CrashLoad.Dropped],
        mails: [ReceivedMail],
        webhooks: [ReceivedWebhook]
    ) {
        self.folder = folder
        self.ledger = ledger
        self.dropped = dropped
        self.mails = mails
        self.webhooks = webhooks
        minutesOnTheWire = Self.minutes(in: mails)
        webhooksOnTheWire = Dictionary(grouping: webhooks.compactMap(Self.subject)) { $0 }.mapValues(\.count)
    }

    var figures: String {
        """
        \(dropped.count) files, \(deliveries) deliveries, \(mails.count) mails and \(webhooks.count) webhooks received, \
        \(repeats) of them repeats
        """
    }

    mutating func run() throws {
        try checkFiles()
        try checkLedger()
        checkIdentities()
        for mail in mails {
            for recipient in mail.recipients where !CouncilFolder.addresses.contains(recipient.address) {
                faults.append("a mail went to an address that is not in the directory: \(recipient.address)")
            }
        }
    }

    private mutating func expect(_ condition: Bool, _ fault: String) {
        if !condition { faults.append(fault) }
    }

    // MARK: The inbox

    private mutating func checkFiles() throws {
        let files = try folder.files()
        for path in files where !path.contains("/") || path.hasPrefix(".minuted/") {
            faults.append("left behind: \(path)")
        }
        for group in Dictionary(grouping: dropped, by: \.bytes).values {
            let names = Set(group.map(\.name))
            let places = files.filter { names.contains(String($0.split(separator: "/").last ?? "")) }
            expect(places.count == group.count, "\(names) lies \(places.count) times in the inbox: \(places)")
            for path in places {
                let bytes = try Data(contentsOf: folder.inbox.appending(path: path))
                expect(bytes == group[0].bytes, "\(path) has other bytes than were dropped")
                let note =
                    path.hasPrefix("Accepted/")
                    ? ".receipt.txt"
                    : path.hasPrefix("Duplicates/") ? ".note.txt" : ".problem.txt"
                expect(files.contains(path + note), "\(path) has no \(note)")
            }
            let first = Self.folder(of: group[0].fate)
            expect(places.count { $0.hasPrefix(first) } == 1, "\(names) is not once in \(first): \(places)")
            expect(
                places.count { $0.hasPrefix("Duplicates/") } == group.count - 1,
                "\(names) is not \(group.count - 1) times in Duplicates: \(places)"
            )
        }
        let notes = [".receipt.txt", ".problem.txt", ".note.txt"]
        let documents = files.filter { path in !notes.contains { path.hasSuffix($0) } }
        expect(documents.count == dropped.count, "\(documents.count) documents for \(dropped.count) dropped")
    }

    private static func folder(of fate: CrashLoad.Fate) -> String {
        switch fate {
        case .complete, .gap, .again: "Accepted/"
        case .held, .rejected: "Needs attention/"
        }
    }

    // MARK: The ledger

    private mutating func checkLedger() throws {
        expect(try ledger.unplacedFiles().isEmpty, "the ledger has files without a place")
        let minutes = dropped.filter { [.complete, .gap, .held].contains($0.fate) }
        let lines = try ledger.meetings(limit: 10_000)
        expect(
            lines.count == minutes.count,
            "\(lines.count) meetings in the ledger for \(minutes.count) minutes"
        )
        var planned: Set<String> = []
        for file in minutes {
            let sha256 = SHA256.hash(data: file.bytes).map { String(format: "%02x", $0) }.joined()
            guard let taken = try ledger.takenFile(sha256: sha256), let reference = taken.reference else {
                faults.append("\(file.name) is not in the ledger")
                continue
            }
            let meeting = try ledger.meeting(reference: reference)
            expect(meeting.versions.count == 1, "\(reference) has \(meeting.versions.count) versions")
            for delivery in meeting.versions.flatMap(\.deliveries) {
                deliveries += 1
                check(delivery, of: reference, fate: file.fate)
                if file.fate != .held { planned.insert("\(reference) \(delivery.address ?? "?")") }
            }
            for notice in meeting.notices { checkRepeats(notice.attempts, "the notice of \(reference)") }
            let contacts = Set(meeting.versions.flatMap(\.deliveries).compactMap(\.contact))
            let expected: Set = ["school-nursing", "police-referral-unit", "setting-900001"]
            expect(
                contacts == (file.fate == .gap ? expected.subtracting(["setting-900001"]) : expected),
                "\(reference) is planned for \(contacts)"
            )
            let told = meeting.notices.filter { $0.state == .accepted }.count
            expect(file.fate == .complete || told > 0, "nobody was told of \(reference)")
        }
        for key in Set(minutesOnTheWire.keys).subtracting(planned) {
            faults.append("never planned, but sent: \(key)")
        }
    }

    private mutating func check(_ delivery: DeliveryModel, of reference: String, fate: CrashLoad.Fate) {
        let name = "\(reference) to \(delivery.contact ?? "?")"
        guard fate != .held else {
            expect(delivery.state == .held && delivery.attempts.isEmpty, "\(name) is \(delivery.state)")
            return
        }
        checkRepeats(delivery.attempts, name)
        let received: [Bool]
        if delivery.channel == .webhook {
            expect(delivery.state == .delivered, "\(name) is \(delivery.state)")
            received = Array(repeating: false, count: webhooksOnTheWire[reference] ?? 0)
        } else {
            expect(delivery.state == .accepted, "\(name) is \(delivery.state)")
            received = minutesOnTheWire["\(reference) \(delivery.address ?? "?")"] ?? []
        }
        let marked = delivery.attempts.count { $0.isRepeat }
        repeats += max(0, received.count - 1)
        expect(!received.isEmpty, "\(name) was never received")
        expect(received.count <= delivery.attempts.count, "\(name): more copies than attempts")
        expect(received.count - 1 <= marked, "\(name): \(received.count) copies, \(marked) marked attempts")
        expect(received.count { $0 } <= marked, "\(name): more marked copies than marked attempts")
    }

    /// An attempt is a repeat if, and only if, an earlier one may have arrived.
    private mutating func checkRepeats(_ attempts: [AttemptModel], _ name: String) {
        var mayHaveArrived = false
        for attempt in attempts {
            expect(attempt.isRepeat == mayHaveArrived, "\(name): attempt \(attempt.number) is marked wrongly")
            if attempt.outcome == .unknown || attempt.outcome == .accepted { mayHaveArrived = true }
            expect(attempt.outcome != nil, "\(name): attempt \(attempt.number) has no outcome")
        }
    }

    // MARK: The wire

    /// Copies of minutes by reference and address, each with whether it says that it is a repeat.
    private static func minutes(in mails: [ReceivedMail]) -> [String: [Bool]] {
        var copies: [String: [Bool]] = [:]
        for mail in mails {
            let subject = mail.header("Subject") ?? ""
            guard !subject.contains("alert"), let reference = subject.split(separator: " ").last else {
                continue
            }
            copies["\(reference) \(mail.recipients[0].address)", default: []]
                .append(mail.header("X-Minuted-Repeat") == "yes")
        }
        return copies
    }

    /// Copies of one message are the same but for the mark, and every copy but the first has it.
    private mutating func checkIdentities() {
        var subjects: [String: String] = [:]
        for (id, copies) in Dictionary(grouping: mails, by: { $0.header("Message-ID") ?? "none" }) {
            expect(Set(copies.map { $0.header("Date") }).count == 1, "\(id) has several dates")
            expect(Set(copies.map(\.returnPath)).count == 1, "\(id) has several return paths")
            let key = "\(copies[0].header("Subject") ?? "") \(copies[0].recipients[0].address)"
            let isMinutes = !key.contains("alert")
            expect(
                !isMinutes || subjects.updateValue(id, forKey: key) == nil,
                "\(key) has several Message-IDs"
            )
            for copy in copies.dropFirst() {
                expect(copy.header("X-Minuted-Repeat") == "yes", "an unmarked repeat of \(id)")
            }
            if isMinutes { continue }
            repeats += copies.count - 1
        }
        for (id, copies) in Dictionary(grouping: webhooks, by: { $0.headers["webhook-id"] ?? "none" }) {
            expect(Set(copies.map(\.body)).count == 1, "\(id) has several bodies")
            expect(copies.allSatisfy(\.isSigned), "\(id) is not signed")
        }
        let events = Set(webhooks.compactMap { $0.headers["webhook-id"] }).count
        let references = Set(webhooks.compactMap(Self.subject)).count
        expect(events == references, "\(events) webhook-ids for \(references) meetings")
    }

    private static func subject(_ webhook: ReceivedWebhook) -> String? {
        let event = try? JSONSerialization.jsonObject(with: webhook.body) as? [String: Any]
        return event?["subject"] as? String
    }
}
