package import Foundation
package import Minutes
package import Reading

/// Reads documents in the confined child, from asynchronous callers; and is the child's side of the same.
package struct DocumentReading: Sendable {
    private let reader: ConfinedReader
    /// `nil` where documents of old versions of Word are refused.
    private let converter: OldWordConverter?

    /// What the child is told, beside the file's bytes.
    package struct Request: Codable, Sendable {
        package var task: Task
        /// What the file was before it was converted for the child; `nil` for the file as it was dropped.
        package var convertedFrom: Document.Format?

        package enum Task: String, Codable, Sendable {
            /// Make a record of it.
            case interpret
            /// The same, with what explains the record.
            case explain
            /// Say what of it is sent on, and what that is.
            case extract
            /// Make a copy without what nobody sees on its pages.
            case clean
        }
    }

    package enum Answer: Codable, Sendable {
        case interpretation(Interpretation)
        case explanation(Explanation)
        case distributable(DistributableDocument)
        case cleaned(CleanedDocument)
    }

    package init(reader: ConfinedReader, converter: OldWordConverter? = nil) {
        self.reader = reader
        self.converter = converter
    }

    /// What the file is, or why it cannot be read.
    package func read(_ file: Data, rules: Rules) async -> Result<Interpretation, ReadingError> {
        guard let lesson = try? lesson(of: rules) else { return .failure(Self.nonsense) }
        return switch await askConverting(Request(task: .interpret), about: file, knowing: lesson) {
        case .success(.interpretation(let interpretation)): .success(interpretation)
        case .success: .failure(Self.nonsense)
        case .failure(let error): .failure(error)
        }
    }

    /// What the file is, with the document and what explains the record; or why it cannot be read.
    package func explain(_ file: Data, rules: Rules) async -> Result<Explanation, ReadingError> {
        guard let lesson = try? lesson(of: rules) else { return .failure(Self.nonsense) }
        let request = Request(task: .explain)
        return switch await askConverting(request, about: file, knowing: lesson, holdsDocument: true) {
        case .success(.explanation(let explanation)): .success(explanation)
        case .success: .failure(Self.nonsense)
        case .failure(let error): .failure(error)
        }
    }

    /// What of the file is sent on as the minutes.
    package func distributable(of file: Data) async throws(ReadingError) -> DistributableDocument {
        // Nothing else can be made of it: what leaves is what was dropped.
        if OldWordConverter.mayConvert(file) {
            return .itself(.doc)
        }
        return
            switch await ask(
                Request(task: .extract),
                about: file,
                knowing: nil,
                holdsDocument: true
            )
        {
        case .success(.distributable(let document)): document
        case .success: throw Self.nonsense
        case .failure(let error): throw error
        }
    }

    /// A copy of the file, or of the document attached to it, without what nobody sees on its pages.
    package func cleaned(_ file: Data) async throws(ReadingError) -> CleanedDocument {
        switch await ask(Request(task: .clean), about: file, knowing: nil, holdsDocument: true) {
        case .success(.cleaned(let copy)): copy
        case .success: throw Self.nonsense
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
        let request = try JSONDecoder().decode(Request.self, from: request)
        var read = read
        if let format = request.convertedFrom { read.format = format }
        return switch request.task {
        case .interpret: .interpretation(interpret(read, vocabulary: vocabulary))
        case .explain: .explanation(Minutes.explain(read, vocabulary: vocabulary))
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

    /// The child says first whether the file is such a document, unencrypted and without macros; only then is it converted.
    private func askConverting(
        _ request: Request,
        about file: Data,
        knowing lesson: Data?,
        holdsDocument: Bool = false
    ) async -> Result<Answer, ReadingError> {
        let answer = await ask(request, about: file, knowing: lesson, holdsDocument: holdsDocument)
        guard case .failure(let error) = answer, error.code == .oldWord, let converter,
            OldWordConverter.mayConvert(file)
        else { return answer }
        let converted = await onThread { () throws(ReadingError) in
            Data(try converter.convert([UInt8](file)))
        }
        switch converted {
        case .failure(let error): return .failure(error)
        case .success(let document):
            var request = request
            request.convertedFrom = .doc
            return await ask(request, about: document, knowing: lesson, holdsDocument: holdsDocument)
        }
    }

    private func ask(
        _ request: Request,
        about file: Data,
        knowing lesson: Data?,
        holdsDocument: Bool = false
    ) async -> Result<Answer, ReadingError> {
        guard let question = try? JSONEncoder().encode(request) else { return .failure(Self.nonsense) }
        return await onThread { () throws(ReadingError) in
            try reader.read(
                [UInt8](file),
                request: question,
                lesson: lesson,
                answerLimit: holdsDocument ? Self.documentLimit : nil,
                as: Answer.self
            )
        }
    }

    /// What blocks for up to a deadline has a thread of its own.
    private func onThread<Value: Sendable>(
        _ work: @escaping @Sendable () throws(ReadingError) -> Value
    ) async -> Result<Value, ReadingError> {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                do throws(ReadingError) {
                    continuation.resume(returning: .success(try work()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
    }
}
