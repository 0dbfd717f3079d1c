package import Foundation
package import Minutes
package import Reading

/// Reads documents in the confined child, from asynchronous callers; and is the child's side of the same.
package struct DocumentReading: Sendable {
    private let reader: ConfinedReader

    /// What the child is told, beside the file's bytes.
    package struct Request: Codable, Sendable {
        package var task: Task

        package enum Task: String, Codable, Sendable {
            /// Make a record of it.
            case interpret
            /// Say what of it is sent on, and what that is.
            case extract
            /// Make a copy without what nobody sees on its pages.
            case clean
        }
    }

    package enum Answer: Codable, Sendable {
        case interpretation(Interpretation)
        case distributable(DistributableDocument)
        case cleaned(CleanedDocument)
    }

    package init(reader: ConfinedReader) { self.reader = reader }

    /// What the file is, or why it cannot be read.
    package func read(_ file: Data, rules: Rules) async -> Result<Interpretation, ReadingError> {
        guard let lesson = try? lesson(of: rules) else { return .failure(Self.nonsense) }
        return switch await ask(Request(task: .interpret), about: file, knowing: lesson) {
        case .success(.interpretation(let interpretation)): .success(interpretation)
        case .success(.distributable), .success(.cleaned): .failure(Self.nonsense)
        case .failure(let error): .failure(error)
        }
    }

    /// What of the file is sent on as the minutes.
    package func distributable(of file: Data) async throws(ReadingError) -> DistributableDocument {
        switch await ask(Request(task: .extract), about: file, knowing: nil, holdsDocument: true) {
        case .success(.distributable(let document)): document
        case .success(.interpretation), .success(.cleaned): throw Self.nonsense
        case .failure(let error): throw error
        }
    }

    /// A copy of the file, or of the document attached to it, without what nobody sees on its pages.
    package func cleaned(_ file: Data) async throws(ReadingError) -> CleanedDocument {
        switch await ask(Request(task: .clean), about: file, knowing: nil, holdsDocument: true) {
        case .success(.cleaned(let copy)): copy
        case .success(.interpretation), .success(.distributable): throw Self.nonsense
        case .failure(let error): throw error
        }
    }

    /// The template's side: the words with which it and its copies read from then on.
    package static func learn(_ lesson: Data) throws -> Vocabulary {
        let local =
            lesson.isEmpty
            ? VocabularyExtension() : try JSONDecoder().decode(VocabularyExtension.self, from: lesson)
        let vocabulary = Vocabulary(adding: local)
        // What is made once is made here, and each copy has it.
        let answer = Answer.interpretation(interpret(Rehearsal.document, vocabulary: vocabulary))
        _ = try JSONDecoder().decode(Request.self, from: JSONEncoder().encode(Request(task: .interpret)))
        _ = try JSONEncoder().encode(answer)
        return vocabulary
    }

    /// The child's side: what it makes of a document.
    package static func answer(
        read: Document,
        file: [UInt8],
        request: Data,
        vocabulary: Vocabulary
    ) throws -> Answer {
        switch try JSONDecoder().decode(Request.self, from: request).task {
        case .interpret: .interpretation(interpret(read, vocabulary: vocabulary))
        case .extract: .distributable(try DistributableDocument.of(file, read: read))
        case .clean: .cleaned(try CleanedDocument.of(file, read: read))
        }
    }

    /// The council's own words, which are taught once and not with each document.
    private func lesson(of rules: Rules) throws -> Data {
        guard rules.vocabulary != VocabularyExtension() else { return Data() }
        let encoder = JSONEncoder()
        // Equal lessons are equal bytes.
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(rules.vocabulary)
    }

    private static let nonsense = ReadingError(
        .readerFailed,
        "The document could not be read to its end. Save it again and drop the new copy."
    )

    /// A document of the largest size in base 64, with room for what is said of it.
    private static let documentLimit = 80_000_000

    private func ask(
        _ request: Request,
        about file: Data,
        knowing lesson: Data?,
        holdsDocument: Bool = false
    ) async -> Result<Answer, ReadingError> {
        guard let question = try? JSONEncoder().encode(request) else { return .failure(Self.nonsense) }
        return await withCheckedContinuation { continuation in
            // The call blocks for up to the child's deadline, so it has a thread of its own.
            Thread.detachNewThread {
                do throws(ReadingError) {
                    continuation.resume(
                        returning: .success(
                            try reader.read(
                                [UInt8](file),
                                request: question,
                                lesson: lesson,
                                answerLimit: holdsDocument ? Self.documentLimit : nil,
                                as: Answer.self
                            )
                        )
                    )
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
    }
}
