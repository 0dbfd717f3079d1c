package import Distribution
internal import Foundation
internal import GRDB
internal import Minutes

extension Ledger {
    /// Lets what is held of a meeting's latest version go, as far as it has a recipient; the number of deliveries.
    ///
    /// Addresses are taken from the directory as it is now. A delivery whose contact it no longer has stays held, and so
    /// does one whose contact is disabled. The released version replaces older ones. With a cleaned copy all deliveries of
    /// the version carry that instead of the document.
    ///
    /// - Throws: `LedgerError.noSuchMeeting`, `.nothingToRelease`, `.reasonMissing`; with a copy also `.notHeld` and
    ///   `.otherVersion`.
    package func release(
        _ reference: String,
        directory: PartnerDirectory,
        cleaned copy: CleanedCopy? = nil,
        _ decision: Decision
    ) throws -> Int {
        try database.write { db in
            let change = try Change(db, decision)
            let version = try change.latestVersion(of: reference)
            var why = decision.why
            if let copy {
                try change.keep(copy, of: version, reference: reference)
                why = "as a cleaned copy, without \(copy.removed): \(why)"
            }
            let wasHeld = try change.markReleased(version, why: why)
            let held = try db.rows(
                DeliveryRow.select + """
                    WHERE d.versionID = ? AND d.state = 'held' AND d.contact IS NOT NULL ORDER BY d.id
                    """,
                [version]
            )
            var count = 0
            for row in held where try change.release(DeliveryRow(row: row), directory, why: why) {
                count += 1
            }
            guard wasHeld || count > 0 else { throw LedgerError.nothingToRelease(reference) }
            return count
        }
    }

    /// Gives a delivery that was held for want of a recipient one, and queues it unless its version is held.
    ///
    /// The contact is from the partner directory, and of the delivery's partner.
    ///
    /// - Throws: `LedgerError.noSuchDelivery`, `.notUndecided`, `.contactDisabled`, `.reasonMissing`.
    package func decide(delivery id: Int64, contact: Contact, _ decision: Decision) throws {
        try database.write { db in
            let change = try Change(db, decision)
            let delivery = try change.delivery(id)
            guard delivery.state == .held, delivery.contact == nil,
                delivery.partner == contact.partner.rawValue
            else { throw LedgerError.notUndecided(delivery: id) }
            guard try !change.isDisabled(contact.id) else { throw LedgerError.contactDisabled(contact.id) }
            let other = try db.number(
                "SELECT id FROM delivery WHERE versionID = ? AND contact = ?",
                [delivery.versionID, contact.id]
            )
            let cause = "recipient decided: \(decision.why)"
            if other != nil {
                return try change.stop(delivery, cause: "\(cause); that contact has a delivery already")
            }
            try db.run(
                "UPDATE delivery SET contact = ?, name = ?, channel = ?, address = ?, rendition = ? WHERE id = ?",
                [
                    contact.id, contact.name, contact.channel.kind.rawValue, contact.channel.address,
                    contact.receives.rawValue, id,
                ]
            )
            if let reason = delivery.versionHeldBecause {
                try change.note(cause, of: delivery, to: .held)
                try change.move(delivery, to: .held, Change.Details(cause: reason))
            } else {
                try change.queue(delivery, due: decision.at, cause: cause)
            }
            try change.closeAlerts(of: delivery, why: cause, only: .noAddress)
        }
    }

    /// Held deliveries without a recipient, for when the directory has more contacts.
    package func undecided() throws -> [DeliveryModel] {
        try database.read { db in
            try DeliveryModel.fetch(
                db,
                "WHERE d.state = 'held' AND d.contact IS NULL AND d.purpose = 'minutes' ORDER BY d.id"
            )
        }
    }

    /// Lets a contact be used again whose endpoint had said that it is gone; the number of deliveries queued.
    ///
    /// The contact is as the directory has it now.
    ///
    /// - Throws: `LedgerError.noSuchContact` when it is not disabled, `.reasonMissing`.
    package func enable(contact: Contact, _ decision: Decision) throws -> Int {
        try database.write { db in
            let change = try Change(db, decision)
            try db.run("DELETE FROM contactState WHERE contact = ?", [contact.id])
            guard db.changesCount == 1 else { throw LedgerError.noSuchContact(contact.id) }
            let cause = "contact enabled: \(decision.why)"
            try change.note("\(contact.id): \(cause)")
            let alerts = try db.rows(
                "SELECT id FROM alert WHERE contact = ? AND closedAt IS NULL",
                [contact.id]
            )
            for alert in alerts { try change.close(alert: alert["id"], why: cause) }
            let held = try db.rows(
                DeliveryRow.select
                    + "WHERE d.state = 'held' AND d.contact = ? AND d.heldBecause = ? ORDER BY d.id",
                [contact.id, Change.disabledBecause]
            )
            for row in held {
                let delivery = try DeliveryRow(row: row)
                try change.refresh(delivery, from: contact)
                try change.queue(delivery, due: decision.at, cause: cause)
            }
            return held.count
        }
    }
}

extension Change {
    /// Makes a copy what is sent of a version that is held.
    fileprivate func keep(_ copy: CleanedCopy, of version: Int64, reference: String) throws {
        guard
            let row = try db.row(
                """
                SELECT v.number, f.sha256, v.disposition = 'hold' AND v.releasedAt IS NULL
                    AND v.withdrawnAt IS NULL AND v.replacedAt IS NULL AS isHeld
                FROM version v JOIN file f ON f.id = v.fileID WHERE v.id = ?
                """,
                [version]
            ), row["number"] as Int == copy.version, row["sha256"] as String == copy.original
        else { throw LedgerError.otherVersion(reference) }
        guard row["isHeld"] as Bool else { throw LedgerError.notHeld(reference) }
        try db.run(
            "INSERT INTO cleanedCopy (versionID, sha256, byteCount, madeAt, madeBy, removed) VALUES (?, ?, ?, ?, ?, ?)",
            [version, copy.sha256, copy.byteCount, now.stored, actor, copy.removed]
        )
    }

    /// - Returns: `false` where it was not held, or was released before.
    fileprivate func markReleased(_ version: Int64, why: String) throws -> Bool {
        try db.run(
            """
            UPDATE version SET releasedAt = ?, releasedBy = ?
            WHERE id = ? AND disposition = 'hold' AND releasedAt IS NULL AND withdrawnAt IS NULL
            """,
            [now.stored, actor, version]
        )
        guard db.changesCount == 1,
            let row = try db.row("SELECT meetingID, fileID FROM version WHERE id = ?", [version])
        else { return false }
        let file: Int64 = row["fileID"]
        try note("released: \(why)", meeting: row["meetingID"], version: version, file: file)
        try closeAlerts(ofFile: file, why: "released: \(why)")
        try raiseReceipt(of: file)
        try replaceOlder(than: version)
        try settleConsultations(version, meeting: row["meetingID"])
        return true
    }

    /// Closes open alerts of the meeting that a partner was not consulted, where the released version shows otherwise.
    private func settleConsultations(_ version: Int64, meeting: Int64) throws {
        let answered = try db.rows(
            """
            SELECT a.id, a.partner FROM alert a
            WHERE a.meetingID = ? AND a.closedAt IS NULL AND a.partner IS NOT NULL
            AND a.deliveryID IS NULL AND a.fileID IS NULL
            AND EXISTS (SELECT 1 FROM partnerEvidence e WHERE e.versionID = ? AND e.partner = a.partner)
            AND NOT EXISTS (
                SELECT 1 FROM finding f
                WHERE f.versionID = ? AND f.code = 'partner-not-consulted' AND f.partner = a.partner)
            """,
            [meeting, version, version]
        )
        for row in answered {
            try close(alert: row["id"], why: "later evidence: the version that was released answers it")
        }
    }

    fileprivate func release(
        _ delivery: DeliveryRow,
        _ directory: PartnerDirectory,
        why: String
    ) throws -> Bool {
        guard delivery.stoppedBecause == nil, try !isDisabled(delivery.contact) else { return false }
        guard let contact = delivery.contact.flatMap(directory.contact(id:)) else {
            let reason = "the partner directory no longer has this contact"
            try move(delivery, to: .held, Details(cause: reason))
            return false
        }
        try refresh(delivery, from: contact)
        try queue(delivery, due: now, cause: "released: \(why)")
        return true
    }
}
