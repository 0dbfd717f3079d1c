package import Foundation
package import Minutes
package import Reading

/// Reads documents in the confined child, from asynchronous callers; and is the child's side of the same.
package struct DocumentReading: Sendable {
    private let reader: ConfinedReader

    /// What the child is told, beside the file's bytes.
    package struct Request: Codable, Sendable {
        package var task: Task
        package var vocabulary: VocabularyExtension

        package enum Task: String, Codable, Sendable {
            /// Make a record of it.
            case interpret
            /// Say what of it may be sent on.
            case extract
        }
    }

    package enum Answer: Codable, Sendable {
        case interpretation(Interpretation)
        /// `nil`: the file itself.
        case distributable(DistributableDocument?)
    }

    package init(reader: ConfinedReader) { self.reader = reader }

    /// What the file is, or why it cannot be read.
    package func read(_ file: Data, rules: Rules) async -> Result<Interpretation, ReadingError> {
        switch await ask(Request(task: .interpret, vocabulary: rules.vocabulary), about: file) {
        case .success(.interpretation(let interpretation)): .success(interpretation)
        case .success(.distributable): .failure(Self.nonsense)
        case .failure(let error): .failure(error)
        }
    }

    /// What of the file may be sent on as the minutes; `nil` for the file itself.
    package func distributable(of file: Data) async throws(ReadingError) -> DistributableDocument? {
        switch await ask(Request(task: .extract, vocabulary: VocabularyExtension()), about: file) {
        case .success(.distributable(let document)): document
        case .success(.interpretation): throw Self.nonsense
        case .failure(let error): throw error
        }
    }

    /// The child's side: the body of the hidden command that the child runs.
    package static func answer(read: Document, file: [UInt8], request: Data) throws -> Answer {
        let request = try JSONDecoder().decode(Request.self, from: request)
        switch request.task {
        case .interpret:
            return .interpretation(interpret(read, vocabulary: Vocabulary(adding: request.vocabulary)))
        case .extract: return .distributable(try DistributableDocument.of(file, read: read))
        }
    }

    private static let nonsense = ReadingError(
        .readerFailed,
        "The document could not be read to its end. Save it again and drop the new copy."
    )

    private func ask(_ request: Request, about file: Data) async -> Result<Answer, ReadingError> {
        guard let question = try? JSONEncoder().encode(request) else { return .failure(Self.nonsense) }
        return await withCheckedContinuation { continuation in
            // The call blocks for up to the child's deadline, so it has a thread of its own.
            Thread.detachNewThread {
                do throws(ReadingError) {
                    continuation.resume(
                        returning: .success(
                            try reader.read([UInt8](file), request: question, as: Answer.self)
                        )
                    )
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
    }
}
