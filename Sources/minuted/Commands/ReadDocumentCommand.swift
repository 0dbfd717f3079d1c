import ArgumentParser
import Minutes
import Pipeline
import Reading

/// The confined child that reads one document (design section 13); started by the daemon, never by people.
struct ReadDocumentCommand: ParsableCommand {
    static let name = "read-document"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Read one document from standard input, confined.",
        shouldDisplay: false
    )

    func run() throws { throw ExitCode(Self.answer()) }

    /// Reads and answers; the exit status.
    static func answer() -> Int32 {
        // While the child waits for its document, so that no document waits for it.
        _ = Vocabulary()
        return runReadingWorker { read, file, request in
            try DocumentReading.answer(read: read, file: file, request: request)
        }
    }
}
