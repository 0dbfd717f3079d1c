import Crypto
import Distribution
import Foundation
import Minutes
import Pipeline
import Reading
import Settings
import Storage

/// A ledger and a store with deliveries that are due, as if the minutes had been taken in while nothing could be sent.
struct QueuedMails {
    /// Bytes of a document that makes a mail of 30 kB: base64 makes four bytes and a bit of three.
    static let documentSize = 20_500

    /// Takes in documents for all contacts of the directory, until there are so many mails; none is sent.
    static func prepare(_ count: Int, in folder: DaemonFolder) throws {
        let configuration = try DaemonConfiguration.load(folder.configuration.path).configuration
        let ledger = try Ledger(folder: folder.state)
        let contacts = configuration.directory.allContacts
        let identities = Identities(domain: configuration.mail.from.address.domain)
        let record = try sampleRecord()
        for number in 0..<(count / contacts.count) {
            let document = document(number)
            let sha256 = SHA256.hash(data: document).map { String(format: "%02x", $0) }.joined()
            try store(document, sha256: sha256, in: folder)
            let now = Date()
            let version = NewVersion(
                meetingKey: "meeting-\(number)",
                record: record,
                deliveries: contacts.map { contact in
                    NewDelivery(
                        contact: contact,
                        partner: contact.partner,
                        because: "named in the minutes",
                        identity: identities.next(at: now),
                        dueAt: now
                    )
                }
            )
            let name = "Minutes \(number).docx"
            let taken = try ledger.takeIn(
                Intake(
                    claim: UUID().uuidString.lowercased(),
                    sha256: sha256,
                    byteCount: document.count,
                    name: name,
                    verdict: .minutes(version)
                ),
                at: now
            )
            try place(document, as: name, in: folder)
            try ledger.notePlaced(file: taken.fileID, at: "\(Self.accepted)/\(name)")
        }
    }

    /// A document that nothing can compress, different for every number, and a zip container at first sight.
    static func document(_ number: Int) -> Data {
        var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
        var bytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
        while bytes.count < documentSize {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            bytes.append(UInt8(truncatingIfNeeded: state >> 32))
        }
        return Data(bytes)
    }

    private static let accepted = "Accepted/2026-11"

    private static func place(_ document: Data, as name: String, in folder: DaemonFolder) throws {
        let place = folder.inbox.appending(path: accepted)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try document.write(to: place.appending(path: name))
    }

    /// As `DocumentStore` has it: `store/<first two digits>/<hash>`.
    private static func store(_ document: Data, sha256: String, in folder: DaemonFolder) throws {
        let shard = folder.state.appending(path: "store").appending(path: String(sha256.prefix(2)))
        try FileManager.default.createDirectory(
            at: shard,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try document.write(to: shard.appending(path: sha256))
    }

    private static func sampleRecord() throws -> MeetingRecord {
        let file = try Data(contentsOf: URL(filePath: "Tests/Samples/02-planned-tick-grid-approved.docx"))
        guard case .minutes(let record) = interpret(try readDocument([UInt8](file))) else {
            throw NotMeasured(description: "The sample is not read as minutes.")
        }
        return record
    }
}
