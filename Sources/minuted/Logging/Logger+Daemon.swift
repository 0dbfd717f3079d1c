import Foundation
import Logging
import Settings

extension Logger {
    /// The daemon's logger on standard error.
    ///
    /// systemd sets `JOURNAL_STREAM` where standard error is the journal; lines then carry priorities, and no time
    /// of their own.
    static func daemon(_ log: DaemonConfiguration.Log, environment: [String: String]) -> Logger {
        let line = LogLine(
            format: log.format == .json ? .json : .text,
            isForJournal: environment["JOURNAL_STREAM"] != nil
        )
        let stream = LineStream(descriptor: STDERR_FILENO)
        let level = Logger.Level(rawValue: log.level.rawValue) ?? .notice
        return Logger(label: "minuted") { label in
            LineLogHandler(label: label, level: level, line: line, stream: stream)
        }
    }
}
