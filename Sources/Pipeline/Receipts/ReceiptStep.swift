package import Foundation
package import Logging
import Minutes
package import Storage

/// Brings the text files beside documents up to what the ledger says.
///
/// Comes in: receipts that are due, from the ledger. Goes out: text files in the inbox, written atomically. Being due is
/// a row, so that a crash or a share that is away only delays a receipt.
package struct ReceiptStep: Sendable {
    let ledger: Ledger
    let live: LiveConfiguration
    let now: @Sendable () -> Date
    let logger: Logger

    package init(
        ledger: Ledger,
        live: LiveConfiguration,
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.ledger = ledger
        self.live = live
        self.now = now
        self.logger = logger
    }

    /// Writes what is due and returns how many were written.
    ///
    /// - Throws: what is wrong with the ledger or the inbox.
    @discardableResult
    package func writeDue(in inbox: InboxFolder, limit: Int = 200) throws -> Int {
        let due = try ledger.receiptsDue(limit: limit)
        for model in due {
            try write(model, in: inbox)
            try ledger.receiptWritten(file: model.fileID, revision: model.revision)
        }
        return due.count
    }

    /// Where a released file was moved to just before a crash, so that the ledger does not know yet.
    private func releasedBeforeCrash(_ model: ReceiptModel, in inbox: InboxFolder) throws -> InboxPath? {
        guard model.releasedAt != nil, let sha256 = try ledger.takenFile(id: model.fileID)?.sha256 else {
            return nil
        }
        return try inbox.path(
            ofContent: sha256,
            in: .accepted(LondonTime.date(model.takenAt)),
            except: Set(try ledger.places())
        )
    }

    private func write(_ model: ReceiptModel, in inbox: InboxFolder) throws {
        guard let place = model.place, var path = InboxPath(escaped: place) else { return }
        if try !inbox.contains(path), let moved = try releasedBeforeCrash(model, in: inbox) {
            path = moved
            try ledger.notePlaced(file: model.fileID, at: path.escaped)
        }
        guard try inbox.contains(path) else {
            // Somebody took the file away; the ledger and the store still have it.
            logger.info("no receipt: the file was moved away", metadata: ["file.id": "\(model.fileID)"])
            return
        }
        let isAttention = path.folders == InboxFolder.Place.needsAttention.folders
        if isAttention, model.outcome == .hold, model.releasedAt != nil {
            let old = path
            path = try inbox.relocate(path, to: .accepted(LondonTime.date(model.takenAt)))
            try ledger.notePlaced(file: model.fileID, at: path.escaped)
            try inbox.removeNote(.problem, beside: old)
        }
        let isStillThere = path.folders == InboxFolder.Place.needsAttention.folders
        let receipt = ReceiptRendering.receipt(model, configuration: live.current, at: now())
        if isStillThere {
            try inbox.writeNote(.problem, beside: path, text: ProblemText(receipt).text)
        } else {
            try inbox.writeNote(.receipt, beside: path, text: ReceiptText(receipt).text)
        }
    }
}
