import Distribution
import Foundation
import Reading
import Storage

/// The documents of deliveries, from the store, each checked against its hash before it leaves.
package struct OutgoingDocuments: Sendable {
    let store: DocumentStore
    let reading: DocumentReading
    private let known = KnownKinds()

    package init(store: DocumentStore, reading: DocumentReading) {
        self.store = store
        self.reading = reading
    }

    /// `nil` for what carries no document.
    ///
    /// What it is comes from its bytes: whatever name it was dropped with, a confined child looks.
    func document(for delivery: ClaimedDelivery) async throws -> AttachedDocument? {
        guard case .minutes(let minutes) = delivery.content, minutes.rendition == .full else { return nil }
        let bytes = try store.bytes(of: minutes.fileSHA256)
        if let kind = known[minutes.fileSHA256] { return whole(bytes, kind, minutes) }
        let part = try await reading.distributable(of: bytes)
        if let others = part.bytes { return AttachedDocument(bytes: others, kind: part.kind) }
        known.note(part.kind, of: minutes.fileSHA256)
        return whole(bytes, part.kind, minutes)
    }

    /// The file itself; of plain text only the name can tell Markdown.
    private func whole(_ bytes: Data, _ kind: FileKind, _ minutes: ClaimedMinutes) -> AttachedDocument {
        let isMarkdown = kind == .txt && minutes.fileName.lowercased().hasSuffix(".md")
        return AttachedDocument(bytes: bytes, kind: isMarkdown ? .md : kind)
    }
}
