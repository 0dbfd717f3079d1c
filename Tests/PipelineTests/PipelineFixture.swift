import Distribution
import Foundation
import Logging
import Minutes
import Reading
import Storage
import TestSupport

@testable import Pipeline

/// A real inbox, store and ledger in a folder of its own, with a real reading child; no service runs by itself.
struct PipelineFixture {
    /// A Wednesday in November, 11:06 in London.
    static let start = Date(timeIntervalSince1970: 1_795_000_000)
    static let folderOfMonth = "Accepted/2026-11"

    let files: InboxFixture
    let ledger: Ledger
    let store: DocumentStore
    let live: LiveConfiguration

    static func with(_ body: (PipelineFixture) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in try await body(PipelineFixture(in: folder)) }
    }

    private init(in folder: URL) throws {
        files = try InboxFixture(in: folder)
        ledger = try Ledger(folder: files.state)
        store = try DocumentStore(state: files.state.path)
        live = LiveConfiguration(try Self.configuration(inbox: files.inbox.path))
    }

    /// Reads with the built program's own child.
    static var reading: DocumentReading { reading(program: MinutedBinary.path) }

    static func reading(program: String) -> DocumentReading {
        DocumentReading(
            reader: ConfinedReader(.init(executable: program, arguments: ["read-document"]))
        )
    }

    func intake(_ reading: DocumentReading = PipelineFixture.reading) -> IntakeStep {
        IntakeStep(
            ledger: ledger,
            store: store,
            reading: reading,
            live: live,
            now: { Self.start },
            logger: Self.logger
        )
    }

    var receipts: ReceiptStep {
        ReceiptStep(ledger: ledger, live: live, now: { Self.start }, logger: Self.logger)
    }

    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    func drop(_ name: String, _ bytes: Data) throws {
        try bytes.write(to: files.inbox.appending(path: name))
    }

    /// Drops a file, claims it as it is and takes it in.
    func take(_ name: String, _ bytes: Data) async throws -> TakenFile {
        try drop(name, bytes)
        return try await taken(intake().take(files.claim(name), in: files.open()))
    }

    func taken(_ outcome: IntakeStep.Outcome) throws -> TakenFile {
        guard case .taken(let file) = outcome else { throw NotTaken(outcome: outcome) }
        return file
    }

    struct NotTaken: Error {
        var outcome: IntakeStep.Outcome
    }

    /// Claims all mails that are due, as a worker does before it sends.
    func claimMails() throws -> [ClaimedDelivery] { try claim(.mail) }

    func claim(_ channel: ChannelKind) throws -> [ClaimedDelivery] {
        try ledger.claimDue(at: Self.start, channel: channel, limit: 100, lease: 3600, by: "test")
    }

    /// Notes that the relay took these.
    func accept(_ claimed: [ClaimedDelivery]) throws {
        let results = claimed.map {
            FinishedAttempt(
                attemptID: $0.attemptID,
                result: AttemptResult(
                    outcome: .accepted,
                    stage: .final,
                    code: 250,
                    reply: "queued",
                    peer: "relay",
                    finishedAt: Self.start
                )
            )
        }
        _ = try ledger.record(results, at: Self.start, policy: SendingPolicy()) { _, _ in [] }
    }

    // MARK: Configuration

    static func configuration(inbox: String) throws -> PipelineConfiguration {
        PipelineConfiguration(
            council: "Exampleshire Children's Services",
            inboxPath: inbox,
            inbox: InboxOptions(),
            relay: RelayOptions(host: "localhost", port: 25),
            from: .init(name: "Strategy meeting minutes", address: try address("minutes@council.example")),
            bounces: try address("minutes-bounces@council.example"),
            sending: SendingPolicy(),
            warnDelay: 4 * 3600,
            alerts: AlertPolicy(
                steps: [
                    "education-not-consulted": [
                        .init(to: "lead"), .init(to: "manager", after: 4 * 3600, isWorkingTime: true),
                    ]
                ],
                fallback: [.init(to: "lead")],
                people: [
                    "lead": .init(channel: .mail(try address("lead@council.example"))),
                    "manager": .init(channel: .mail(try address("manager@council.example"))),
                ]
            ),
            holdsEverything: false,
            directory: try directory(),
            rules: Rules()
        )
    }

    static func directory() throws -> PartnerDirectory {
        PartnerDirectory(
            contacts: [
                Contact(
                    id: "school-nursing",
                    partner: .health,
                    name: "School nursing",
                    knownAs: ["school nurse"],
                    channel: .mail(try address("nursing@nhs.example")),
                    subjectPrefix: "[secure]"
                ),
                Contact(
                    id: "police",
                    partner: .police,
                    name: "Police referral unit",
                    channel: .webhook(
                        WebhookEndpoint(url: "https://police.example/minutes", secretFiles: ["secret"])
                    ),
                    isDefault: true
                ),
            ],
            settings: [
                Setting(
                    urn: 900_001,
                    name: "Moorbeck Primary School",
                    channel: .mail(try address("dsl@moorbeck.example")),
                    receives: .notice
                )
            ]
        )
    }

    static func address(_ text: String) throws -> MailAddress {
        guard let address = MailAddress(text) else { throw NotAnAddress() }
        return address
    }

    struct NotAnAddress: Error {}
}
