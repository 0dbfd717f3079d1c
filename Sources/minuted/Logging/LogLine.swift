import Foundation
import Logging

/// One log message as the line that is written: pure, so that it can be tested without a stream.
struct LogLine: Sendable {
    enum Format: String, Sendable {
        /// One JSON object a line.
        case json
        /// Aligned text for people.
        case text
    }

    /// Bytes of UTF-8 that one value may have; a log is no place for documents.
    static let maximumValueBytes = 500

    var format: Format
    /// Whether the line begins with the journal's `<5>` priority (sd-daemon(3)), and the journal keeps the time.
    var isForJournal: Bool

    /// The line with its line feed at the end, and no other in it.
    func bytes(_ event: LogEvent, label: String, metadata: Logger.Metadata, at date: Date) -> [UInt8] {
        let values = metadata.map { ($0.key, Self.cut($0.value.description)) }.sorted { $0.0 < $1.0 }
        let message = Self.cut(event.message.description)
        let text =
            switch format {
            case .json: json(event, label, message, values, date)
            case .text: plain(event, message, values, date)
            }
        return Array(((isForJournal ? "<\(Self.priority(event.level))>" : "") + text + "\n").utf8)
    }

    private func json(
        _ event: LogEvent,
        _ label: String,
        _ message: String,
        _ values: [(String, String)],
        _ date: Date
    ) -> String {
        let fixed = [
            ("time", Self.timestamp(date)), ("level", event.level.rawValue), ("logger", label),
            ("message", message),
        ]
        let names = Set(fixed.map(\.0))
        // A fixed name is never given twice in one object: readers would disagree on which one counts.
        let fields = fixed + values.map { (names.contains($0.0) ? "metadata.\($0.0)" : $0.0, $0.1) }
        return "{" + fields.map { "\(Self.quoted($0.0)):\(Self.quoted($0.1))" }.joined(separator: ",") + "}"
    }

    private func plain(_ event: LogEvent, _ message: String, _ values: [(String, String)], _ date: Date)
        -> String
    {
        let level = event.level.rawValue.padding(toLength: 8, withPad: " ", startingAt: 0)
        let time = isForJournal ? "" : Self.timestamp(date) + " "
        let pairs = values.map { key, value in
            let isPlain =
                !value.isEmpty && value.unicodeScalars.allSatisfy { !" \"=\\".unicodeScalars.contains($0) }
            let isQuoted = !isPlain || Self.escaped(value) != value
            return " \(Self.escaped(key))=\(isQuoted ? Self.quoted(value) : value)"
        }
        return "\(time)\(level) \(Self.escaped(message))\(pairs.joined())"
    }

    /// UTC with milliseconds, such as `2026-11-19T14:00:00.000Z`.
    private static func timestamp(_ date: Date) -> String {
        date.formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: true).timeZone(separator: .omitted)
        )
    }

    private static func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }

    /// At most 500 bytes, never half a character.
    private static func cut(_ text: String) -> String {
        guard text.utf8.count > maximumValueBytes else { return text }
        var kept = Substring(text).utf8.prefix(maximumValueBytes - "…".utf8.count)
        while !kept.isEmpty, kept.endIndex.samePosition(in: text.unicodeScalars) == nil { kept.removeLast() }
        return String(Substring(kept)) + "…"
    }

    private static func quoted(_ text: String) -> String {
        "\"" + escaped(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")) + "\""
    }

    /// Control characters, line separators and reversals of direction as JSON escapes, so that no value can forge
    /// a line or hide what it says.
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch (scalar, scalar.properties.generalCategory) {
            case ("\n", _): result.append(contentsOf: "\\n".unicodeScalars)
            case ("\r", _): result.append(contentsOf: "\\r".unicodeScalars)
            case ("\t", _): result.append(contentsOf: "\\t".unicodeScalars)
            case (_, .control), (_, .lineSeparator), (_, .paragraphSeparator), (_, .format):
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    let zeros = String(repeating: "0", count: 4 - digits.count)
                    result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
                }
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
