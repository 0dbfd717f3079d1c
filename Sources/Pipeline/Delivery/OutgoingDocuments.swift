import Distribution
import Foundation
import Storage

/// The documents of deliveries, from the store, each checked against its hash before it leaves.
package struct OutgoingDocuments: Sendable {
    let store: DocumentStore

    package init(store: DocumentStore) { self.store = store }

    /// `nil` for what carries no document.
    func document(for delivery: ClaimedDelivery) async throws -> AttachedDocument? {
        guard case .minutes(let minutes) = delivery.content, minutes.rendition == .full else { return nil }
        return AttachedDocument(try store.bytes(of: minutes.fileSHA256), fileName: minutes.fileName)
    }
}
