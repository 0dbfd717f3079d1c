import Distribution
import Foundation
import Minutes
import Storage

/// Where taken-in files lie in the inbox, also after a crash in the middle of a move.
enum FilePlacing {
    static func place(of outcome: TakenFile.Outcome, takenAt: Date) -> InboxFolder.Place {
        switch outcome {
        case .distribute: .accepted(LondonTime.date(takenAt))
        case .hold, .reject: .needsAttention
        case .duplicate: .duplicates
        }
    }

    static func writeDuplicateNote(
        _ taken: TakenFile,
        at path: InboxPath,
        in inbox: InboxFolder,
        ledger: Ledger
    ) throws {
        guard let first = try taken.duplicateOf.flatMap(ledger.takenFile(id:)) else { return }
        let text = DuplicateNoteText(
            droppedAt: taken.takenAt,
            firstTakenIn: first.takenAt,
            reference: first.reference
        ).text
        try inbox.writeNote(.note, beside: path, text: text)
    }

    /// Finds files that were moved just before a crash, so that the ledger does not know their place yet.
    ///
    /// The claim's folder is gone, so the file lies in its place under its own name or a numbered one; it is known by its
    /// content.
    static func recover(ledger: Ledger, inbox: InboxFolder) throws {
        let claims = Set(try inbox.claimedFiles().map { $0.id.uuidString.lowercased() })
        for taken in try ledger.unplacedFiles() where !claims.contains(taken.claim) {
            let place = place(of: taken.outcome, takenAt: taken.takenAt)
            guard
                let path = try inbox.path(
                    ofContent: taken.sha256,
                    in: place,
                    except: Set(try ledger.places())
                )
            else { continue }
            if taken.outcome == .duplicate {
                try writeDuplicateNote(taken, at: path, in: inbox, ledger: ledger)
            }
            try ledger.notePlaced(file: taken.fileID, at: path.escaped)
        }
    }
}
