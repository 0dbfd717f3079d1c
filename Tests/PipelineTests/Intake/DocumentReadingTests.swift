import Foundation
import Minutes
import Pipeline
import Reading
import TestSupport
import Testing

/// The built program as the template of the children that read documents.
@Suite(.serialized) struct DocumentReadingTests {
    private static let minutes = Data(
        """
        Record of strategy meeting
        Date of meeting: 3 November 2026
        Child: Sam Example, born 1.2.2015
        Present:
        Ann Other, School nurse
        Ben Other, PC, Northmoor Police
        Minutes:
        PC Other said that nothing was known.
        """.utf8
    )

    private func partners(_ result: Result<Interpretation, ReadingError>) throws -> [Partner?] {
        guard case .minutes(let record) = try result.get() else { return [] }
        return record.participants.map(\.partner)
    }

    @Test(.timeLimit(.minutes(1))) func `documents are read at the same time, each by a child of its own`()
        async throws
    {
        let reading = PipelineFixture.reading

        let results = await withTaskGroup(of: Result<Interpretation, ReadingError>.self) { group in
            for _ in 0..<8 { group.addTask { await reading.read(Self.minutes, rules: Rules()) } }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(results.count == 8)
        for result in results { #expect(try partners(result) == [.health, .police]) }
    }

    @Test(.timeLimit(.minutes(1))) func `the council's own words hold for its documents, and for no others`()
        async throws
    {
        let reading = PipelineFixture.reading
        let local = Rules(vocabulary: VocabularyExtension(roles: ["School nurse": .education]))

        #expect(try partners(await reading.read(Self.minutes, rules: Rules())) == [.health, .police])
        #expect(try partners(await reading.read(Self.minutes, rules: local)) == [.education, .police])
        #expect(try partners(await reading.read(Self.minutes, rules: Rules())) == [.health, .police])
    }

    @Test(.timeLimit(.minutes(1))) func `a template that was killed is no document's fault`() async throws {
        let reading = PipelineFixture.reading
        #expect(try partners(await reading.read(Self.minutes, rules: Rules())) == [.health, .police])

        for template in try Self.templates() { kill(template, SIGKILL) }

        #expect(try partners(await reading.read(Self.minutes, rules: Rules())) == [.health, .police])
    }

    @Test(.timeLimit(.minutes(1))) func `the template has one thread, so that its copies are whole`()
        async throws
    {
        let reading = PipelineFixture.reading
        _ = await reading.read(Self.minutes, rules: Rules())

        let templates = try Self.templates()

        #expect(!templates.isEmpty)
        for template in templates {
            let threads = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(template)/task")
            // Templates of other tests may end meanwhile.
            #expect(threads == nil || threads?.count == 1)
        }
    }

    /// Our children that wait for documents, those of tests that run at the same time included.
    private static func templates() throws -> [pid_t] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }.filter {
            process in
            let words = (try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)) ?? ""
            let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
            return words.hasSuffix("\0read-document\0") && status.contains("PPid:\t\(getpid())\n")
        }
    }
}
