internal import Distribution
internal import GRDB

extension Change {
    /// Raises an alert about one delivery.
    ///
    /// Nobody is told that a notice failed: that would go round in circles.
    func raise(
        _ code: AlertCode,
        about delivery: DeliveryRow,
        text: String,
        notices: NoticePlan
    ) throws {
        let draft = AlertDraft(
            code: code,
            partner: delivery.partner,
            meetingID: delivery.meetingID,
            versionID: delivery.versionID,
            deliveryID: delivery.id,
            contact: code == .contactDisabled ? delivery.contact : nil,
            text: text,
            receiptFileID: delivery.receiptFileID
        )
        try raise(draft, notices: delivery.isNotice ? [] : notices(code, now))
    }

    /// Nothing more goes to a contact: what waits for it is held, or stays unknown if it may have arrived.
    func disable(_ contact: String, why: String) throws {
        let reason = why.isEmpty ? "the endpoint answered 410" : why
        try db.run(
            "INSERT INTO contactState (contact, disabledAt, why) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [contact, now.stored, reason]
        )
        let waiting = try db.rows(
            DeliveryRow.select + "WHERE d.dueAt IS NOT NULL AND d.contact = ?",
            [contact]
        )
        for row in waiting {
            try holdForDisabledContact(DeliveryRow(row: row))
        }
    }

    func holdForDisabledContact(_ delivery: DeliveryRow) throws {
        try move(
            delivery,
            to: delivery.mayHaveArrived ? .unknown : .held,
            Details(cause: Change.disabledBecause)
        )
    }

    /// Takes channel, address and rendition from the directory as it is now, before the next attempt.
    func refresh(_ delivery: DeliveryRow, from contact: Contact) throws {
        try db.run(
            """
            UPDATE delivery SET name = ?, channel = ?, address = ?, rendition = ?
            WHERE id = ? AND (name, channel, address, rendition) IS NOT (?, ?, ?, ?)
            """,
            [
                contact.name, contact.channel.kind.rawValue, contact.channel.address,
                contact.receives.rawValue,
                delivery.id, contact.name, contact.channel.kind.rawValue, contact.channel.address,
                contact.receives.rawValue,
            ]
        )
        guard db.changesCount == 1 else { return }
        try note("recipient taken from the directory as it is now", of: delivery, to: delivery.state)
    }
}
