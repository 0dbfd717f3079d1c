package import Foundation
package import Minutes
package import Reading
import Synchronization

/// Reads one document to a record in the confined child, from an asynchronous caller.
package struct DocumentReading: Sendable {
    private let reader: ConfinedReader

    /// What the child is told, beside the document's bytes.
    package struct Request: Codable, Sendable {
        package var vocabulary: VocabularyExtension

        package init(vocabulary: VocabularyExtension) { self.vocabulary = vocabulary }
    }

    package init(reader: ConfinedReader) { self.reader = reader }

    /// What the document is, or why it cannot be read.
    package func read(_ document: Data, rules: Rules) async -> Result<Interpretation, ReadingError> {
        let request = (try? JSONEncoder().encode(Request(vocabulary: rules.vocabulary))) ?? Data()
        return await withCheckedContinuation { continuation in
            // The call blocks for up to the child's deadline, so it has a thread of its own.
            Thread.detachNewThread {
                do throws(ReadingError) {
                    continuation.resume(
                        returning: .success(
                            try reader.read([UInt8](document), request: request, as: Interpretation.self)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
    }

    /// The child's side: interprets the blocks of the document that it was given.
    package static func interpretation(of document: Document, request: Data) throws -> Interpretation {
        let request = try JSONDecoder().decode(Request.self, from: request)
        return interpret(document, vocabulary: Vocabulary(adding: request.vocabulary))
    }
}
