package import Distribution
internal import GRDB
package import Minutes

extension Ledger {
    /// Sends a delivery again that is refused, bounced, expired or unknown: a new series, the same identity.
    ///
    /// Its contact's address is taken anew from the directory; notices keep theirs.
    ///
    /// - Throws: `LedgerError`: `.noSuchDelivery`, `.cannotResend`, `.replaced`, `.withdrawn`, `.contactDisabled`,
    ///   `.notInDirectory` or `.reasonMissing`.
    package func resend(delivery id: Int64, directory: PartnerDirectory, _ decision: Decision) throws {
        try database.write { db in
            let change = try Change(db, decision)
            let delivery = try change.delivery(id)
            switch delivery.state {
            case .refused, .bounced, .expired, .unknown: break
            case .held, .queued, .attempting, .deferred, .accepted, .delivered, .relayed, .acknowledged,
                .withdrawn:
                throw LedgerError.cannotResend(delivery: id, state: delivery.state)
            }
            if delivery.replacedByNumber != nil { throw LedgerError.replaced(delivery: id) }
            if delivery.isWithdrawn { throw LedgerError.withdrawn(delivery: id) }
            if let contact = delivery.contact, try change.isDisabled(contact) {
                throw LedgerError.contactDisabled(contact)
            }
            try change.queue(delivery, due: decision.at, cause: "to be sent again: \(decision.why)")
            try change.closeAlerts(of: delivery, why: "to be sent again: \(decision.why)")
            if let contact = delivery.contact {
                guard let present = directory.contact(id: contact) else {
                    throw LedgerError.notInDirectory(contact: contact)
                }
                try change.refresh(change.delivery(id), from: present)
            }
        }
    }

    /// Takes back what still waits of a meeting, or only its latest version while that is held; the number of deliveries.
    ///
    /// An attempt under way is not tried again. What may have arrived stays `unknown`, but is not sent again.
    ///
    /// - Throws: `LedgerError.noSuchMeeting`, `.nothingToWithdraw`, `.reasonMissing`.
    package func withdraw(_ reference: String, _ decision: Decision) throws -> Int {
        try database.write { db in
            let change = try Change(db, decision)
            _ = try change.latestVersion(of: reference)
            let cause = "withdrawn: \(decision.why)"
            let versions = try db.rows(
                """
                SELECT v.id, v.meetingID, v.fileID,
                    v.disposition = 'hold' AND v.releasedAt IS NULL AS isHeld,
                    EXISTS (SELECT 1 FROM delivery d WHERE d.versionID = v.id AND d.state = 'attempting') AS isUnderWay
                FROM version v JOIN meeting m ON m.id = v.meetingID
                WHERE m.reference = ? AND v.replacedAt IS NULL AND v.withdrawnAt IS NULL ORDER BY v.number
                """,
                [reference]
            )
            var count = 0
            var hasEffect = false
            // A held version has not replaced the one in force, which stays.
            let isLatestHeld = versions.last.map { $0["isHeld"] as Bool } ?? false
            for row in isLatestHeld ? versions.suffix(1) : versions[...] {
                let stopped = try change.stopAll(ofVersion: row["id"], cause: cause)
                guard stopped > 0 || row["isHeld"] || row["isUnderWay"] else { continue }
                count += stopped
                hasEffect = true
                try db.run(
                    "UPDATE version SET withdrawnAt = ? WHERE id = ?",
                    [change.now.stored, row["id"] as Int64]
                )
                try change.note(cause, meeting: row["meetingID"], version: row["id"], file: row["fileID"])
                try change.closeAlerts(ofFile: row["fileID"], why: cause)
                try change.raiseReceipt(of: row["fileID"])
            }
            guard hasEffect else { throw LedgerError.nothingToWithdraw(reference) }
            return count
        }
    }

    /// Takes back one delivery that still waits.
    ///
    /// - Throws: `LedgerError.noSuchDelivery`, `.cannotWithdraw`, `.reasonMissing`.
    package func withdraw(delivery id: Int64, _ decision: Decision) throws {
        try database.write { db in
            let change = try Change(db, decision)
            let delivery = try change.delivery(id)
            let waits =
                try db.number("SELECT 1 FROM delivery WHERE id = ? AND dueAt IS NOT NULL", [id]) != nil
            guard waits || delivery.state == .held else {
                throw LedgerError.cannotWithdraw(delivery: id, state: delivery.state)
            }
            try change.stop(delivery, cause: "withdrawn: \(decision.why)")
        }
    }

    /// Closes an alert.
    ///
    /// - Throws: `LedgerError.noSuchAlert`, `.alreadyClosed`, `.reasonMissing`.
    package func close(alert: Int64, _ decision: Decision) throws {
        try database.write { db in
            let change = try Change(db, decision)
            guard let row = try db.row("SELECT closedAt FROM alert WHERE id = ?", [alert]) else {
                throw LedgerError.noSuchAlert(alert)
            }
            guard row["closedAt"] as Int64? == nil else { throw LedgerError.alreadyClosed(alert: alert) }
            try change.close(alert: alert, why: decision.why)
        }
    }

    /// Closes a meeting's open alerts that `partner` was not consulted: a person knows that it was.
    ///
    /// - Throws: `LedgerError.noSuchMeeting`, `.noOpenAlert`, `.reasonMissing`.
    package func noteConsulted(_ reference: String, partner: Partner, _ decision: Decision) throws {
        try database.write { db in
            let change = try Change(db, decision)
            _ = try change.latestVersion(of: reference)
            let alerts = try db.rows(
                """
                SELECT a.id FROM alert a JOIN meeting m ON m.id = a.meetingID
                WHERE m.reference = ? AND a.partner = ? AND a.closedAt IS NULL
                AND a.deliveryID IS NULL AND a.fileID IS NULL ORDER BY a.id
                """,
                [reference, partner.rawValue]
            )
            guard !alerts.isEmpty else {
                throw LedgerError.noOpenAlert(reference: reference, partner: partner.rawValue)
            }
            for alert in alerts { try change.close(alert: alert["id"], why: "consulted: \(decision.why)") }
        }
    }
}

extension Change {
    /// The version of a meeting that a person's decision is about.
    func latestVersion(of reference: String) throws -> Int64 {
        guard
            let version = try db.number(
                """
                SELECT v.id FROM version v JOIN meeting m ON m.id = v.meetingID
                WHERE m.reference = ? ORDER BY v.number DESC LIMIT 1
                """,
                [reference]
            )
        else { throw LedgerError.noSuchMeeting(reference) }
        return version
    }
}
