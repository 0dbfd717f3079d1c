import Foundation
import Logging
import Testing

@testable import minuted

struct LineLogHandlerTests {
    @Test func `a message is one JSON object with its time in UTC and its keys with dots`() throws {
        let lines = try lines(.json) { logger in
            logger.notice("delivery accepted", metadata: ["delivery.id": "17", "delivery.attempt": "2"])
        }

        #expect(
            lines == [
                #"{"time":"2026-11-19T14:00:00.250Z","level":"notice","logger":"test","message":"delivery accepted","#
                    + #""delivery.attempt":"2","delivery.id":"17"}"#
            ]
        )
    }

    @Test func `a message is one aligned line of text`() throws {
        let lines = try lines(.text) { logger in
            logger.info("started")
            logger.critical("ledger cannot be written", metadata: ["reason": "disk full", "code": "13"])
        }

        #expect(
            lines == [
                "2026-11-19T14:00:00.250Z info     started",
                "2026-11-19T14:00:00.250Z critical ledger cannot be written code=13 reason=\"disk full\"",
            ]
        )
    }

    @Test func `the journal gets priorities and keeps its own time`() throws {
        let lines = try lines(.text, isForJournal: true) { logger in
            logger.debug("a")
            logger.notice("b")
            logger.error("c")
        }

        #expect(lines == ["<7>debug    a", "<5>notice   b", "<3>error    c"])
    }

    @Test(arguments: [LogLine.Format.json, .text])
    func `no value can forge a line or hide what it says`(format: LogLine.Format) throws {
        let lines = try lines(format) { logger in
            logger.notice("a\r\nb", metadata: ["k": "x\n<0>forged\u{1B}[2J\u{2028}\u{202E}\"\\"])
        }

        let line = try #require(lines.first)
        #expect(lines.count == 1)
        #expect(line.contains(#"a\r\nb"#))
        #expect(line.contains(#"x\n<0>forged\u001b[2J\u2028\u202e\"\\"#))
    }

    @Test func `JSON lines read back as what was said`() throws {
        let value = "\"quotes\" \\ é \u{0}\u{7F}\u{E0001} 👩‍👧"
        let lines = try lines(.json) { $0.notice("m", metadata: ["k": .string(value), "time": "mine"]) }

        let object = try JSONDecoder().decode(
            [String: String].self,
            from: Data(try #require(lines.first).utf8)
        )

        #expect(object["k"] == value)
        #expect(object["metadata.time"] == "mine")
        #expect(object["time"] == "2026-11-19T14:00:00.250Z")
    }

    @Test func `a long value is cut to 500 bytes, and never inside a character`() throws {
        let lines = try lines(.json) { logger in
            logger.notice("m", metadata: ["k": .string("a" + String(repeating: "é", count: 400))])
        }

        let object = try JSONDecoder().decode(
            [String: String].self,
            from: Data(try #require(lines.first).utf8)
        )
        let value = try #require(object["k"])
        #expect((498...500).contains(value.utf8.count))
        #expect(value.hasSuffix("é…"))
    }

    @Test func `metadata of the logger, and the error, are in the line; the message's own wins`() throws {
        struct Full: Error {}

        let lines = try lines(.text) { logger in
            logger[metadataKey: "a"] = "logger"
            logger[metadataKey: "b"] = "logger"
            logger.error("m", error: Full(), metadata: ["b": "message"])
        }

        #expect(lines.first?.hasSuffix("m a=logger b=message error=Full()") == true)
    }

    @Test func `what is below the level is not written`() throws {
        #expect(try lines(.text, level: .warning) { $0.notice("quiet") } == [])
    }

    @Test func `lines of many threads never mix`() async throws {
        let (reading, writing) = try pipe()
        let stream = LineStream(descriptor: writing.fileDescriptor)
        let line = LogLine(format: .json, isForJournal: false)
        let padding = String(repeating: "x", count: 400)

        let reader = Task { try reading.readToEnd() ?? Data() }
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    let logger = Logger(label: "w\(writer)") {
                        LineLogHandler(label: $0, level: .info, line: line, stream: stream)
                    }
                    for _ in 0..<200 { logger.info("m", metadata: ["k": "\(padding)"]) }
                }
            }
        }
        try writing.close()

        let lines = try await reader.value.split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == 1600)
        for line in lines { _ = try JSONDecoder().decode([String: String].self, from: Data(line)) }
    }

    private func pipe() throws -> (FileHandle, FileHandle) {
        let pipe = Pipe()
        return (pipe.fileHandleForReading, pipe.fileHandleForWriting)
    }

    /// What a logger writes to a real file, at a fixed time.
    private func lines(
        _ format: LogLine.Format,
        isForJournal: Bool = false,
        level: Logger.Level = .trace,
        _ body: (inout Logger) -> Void
    ) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appending(path: "log-\(UUID().uuidString)")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let handle = try FileHandle(forWritingTo: file)
        let line = LogLine(format: format, isForJournal: isForJournal)
        var logger = Logger(label: "test") { label in
            LineLogHandler(
                label: label,
                level: level,
                line: line,
                stream: LineStream(descriptor: handle.fileDescriptor),
                now: { Date(timeIntervalSince1970: 1_795_096_800.25) }
            )
        }
        body(&logger)
        try handle.close()
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }
}
