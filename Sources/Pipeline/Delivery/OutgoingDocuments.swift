import Distribution
import Foundation
import Reading
import Storage

/// The documents of deliveries, from the store, each checked against its hash before it leaves.
package struct OutgoingDocuments: Sendable {
    let store: DocumentStore
    let reading: DocumentReading

    package init(store: DocumentStore, reading: DocumentReading) {
        self.store = store
        self.reading = reading
    }

    /// `nil` for what carries no document.
    func document(for delivery: ClaimedDelivery) async throws -> AttachedDocument? {
        guard case .minutes(let minutes) = delivery.content, minutes.rendition == .full else { return nil }
        let bytes = try store.bytes(of: minutes.fileSHA256)
        if AttachedDocument.isWord(bytes) { return AttachedDocument(bytes, fileName: minutes.fileName) }
        // A mail is never sent on as it was dropped.
        guard let part = try await reading.distributable(of: bytes) else {
            return AttachedDocument(bytes, fileName: minutes.fileName)
        }
        return AttachedDocument(part.bytes, fileName: "")
    }
}
