import Foundation
import Logging

/// Writes each log message as one line: JSON for machines, or text for people and the journal.
struct LineLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let line: LogLine
    private let stream: LineStream
    private let now: @Sendable () -> Date

    init(
        label: String,
        level: Logger.Level,
        line: LogLine,
        stream: LineStream,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.label = label
        logLevel = level
        self.line = line
        self.stream = stream
        self.now = now
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var values = metadata
        values.merge(metadataProvider?.get() ?? [:]) { _, new in new }
        values.merge(event.metadata ?? [:]) { _, new in new }
        if let error = event.error { values["error"] = "\(error)" }
        stream.write(line.bytes(event, label: label, metadata: values, at: now()))
    }
}
