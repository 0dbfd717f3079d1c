internal import Distribution
internal import Foundation
internal import GRDB

/// A delivery as it stands, with what of its version and meeting the decisions about it need.
struct DeliveryRow {
    var id: Int64
    var isNotice: Bool
    var state: DeliveryState
    var contact: String?
    /// The contact's name, or the person's key.
    var name: String?
    var channel: ChannelKind?
    var partner: String?
    var rendition: String?
    var attempts: Int
    var tries: Int
    var firstDueAt: Date?
    var claimedFrom: DeliveryState?
    var mayHaveArrived: Bool
    var versionID: Int64?
    var versionNumber: Int?
    var meetingID: Int64?
    var reference: String?
    /// The file whose receipt tells of it.
    var receiptFileID: Int64?
    /// Why nothing more may be sent, with the version that replaces it.
    var replacedByNumber: Int?
    var isWithdrawn: Bool
    /// Why its version is held; `nil` where it is not, or was released.
    var versionHeldBecause: String?

    /// Why it is not to be tried again; `nil` where it may.
    var stoppedBecause: String? {
        if let replacedByNumber { return "replaced by version \(replacedByNumber)" }
        return isWithdrawn ? "the minutes were withdrawn" : nil
    }

    /// How a text for staff calls it.
    var title: String {
        let recipient = name ?? partner ?? "a recipient"
        guard let reference else { return "the notice to \(recipient)" }
        guard let versionNumber else { return "the notice of \(reference) to \(recipient)" }
        return "\(reference) version \(versionNumber) to \(recipient)"
    }

    static let select = """
        SELECT d.id, d.purpose, d.state, d.contact, coalesce(d.name, d.person) AS name, d.channel, d.partner,
            d.rendition, d.attempts, d.tries, d.firstDueAt, d.claimedFrom, d.mayHaveArrived, d.versionID,
            v.number AS versionNumber, m.id AS meetingID, m.reference, r.number AS replacedByNumber,
            v.withdrawnAt IS NOT NULL AS isWithdrawn,
            CASE WHEN v.disposition = 'hold' AND v.releasedAt IS NULL THEN v.reason END AS versionHeldBecause,
            coalesce(v.fileID, d.fileID, (
                SELECT fileID FROM version WHERE meetingID = d.meetingID ORDER BY number DESC LIMIT 1
            )) AS receiptFileID
        FROM delivery d
        LEFT JOIN version v ON v.id = d.versionID
        LEFT JOIN version r ON r.id = v.replacedBy
        LEFT JOIN meeting m ON m.id = coalesce(v.meetingID, d.meetingID)

        """

    init(row: Row) throws {
        id = row["id"]
        isNotice = row["purpose"] == "alert"
        state = try row.word("state")
        contact = row["contact"]
        name = row["name"]
        channel = try row.wordIfAny("channel")
        partner = row["partner"]
        rendition = row["rendition"]
        attempts = row["attempts"]
        tries = row["tries"]
        firstDueAt = row.dateIfAny("firstDueAt")
        claimedFrom = try row.wordIfAny("claimedFrom")
        mayHaveArrived = row["mayHaveArrived"]
        versionID = row["versionID"]
        versionNumber = row["versionNumber"]
        meetingID = row["meetingID"]
        reference = row["reference"]
        receiptFileID = row["receiptFileID"]
        replacedByNumber = row["replacedByNumber"]
        isWithdrawn = row["isWithdrawn"] ?? false
        versionHeldBecause = row["versionHeldBecause"]
    }

    static func fetch(_ db: Database, id: Int64) throws -> DeliveryRow? {
        try db.row(select + "WHERE d.id = ?", [id]).map(DeliveryRow.init(row:))
    }
}
