import Foundation
import Minutes

/// What one case puts in: a file for a reader, or a document for the interpretation.
enum FuzzInput {
    case file([UInt8])
    case document(Document)

    /// As it is kept in the corpus.
    var stored: Data {
        switch self {
        case .file(let bytes): Data(bytes)
        case .document(let document):
            // A document of strings and numbers is always representable.
            (try? JSONEncoder().encode(document)) ?? Data()
        }
    }

    /// Nil for a document that was stored in another shape than today's.
    init?(stored: Data, target: FuzzTarget) {
        guard target == .blocks else {
            self = .file([UInt8](stored))
            return
        }
        guard let document = try? JSONDecoder().decode(Document.self, from: stored) else { return nil }
        self = .document(document)
    }
}
