import ArgumentParser
import Minutes
import Pipeline
import Reading

/// The template of the confined children that read one document each (design section 13); started by the daemon, never by
/// people.
struct ReadDocumentCommand: ParsableCommand {
    static let name = "read-document"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Read documents, each in a confined copy of this process.",
        shouldDisplay: false
    )

    func run() throws { throw ExitCode(Self.answer()) }

    /// Reads and answers; the exit status.
    static func answer() -> Int32 {
        runReadingTemplate(learn: DocumentReading.learn) { read, file, request, vocabulary in
            try DocumentReading.answer(read: read, file: file, request: request, vocabulary: vocabulary)
        }
    }
}
