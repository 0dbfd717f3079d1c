import Foundation
import Minutes
import Reading
import TestSupport
import Testing

@testable import Pipeline

/// A document of an old version of Word on its way through the reading, with and without LibreOffice.
@Suite(.timeLimit(.minutes(3)))
struct OldWordReadingTests {
    private static let hasOffice =
        OldWordConverter.Options(
            launcher: "",
            launcherArguments: [],
            folder: ""
        ).office != nil

    private static func reading(_ converter: OldWordConverter?) -> DocumentReading {
        DocumentReading(
            reader: ConfinedReader(.init(executable: MinutedBinary.path, arguments: ["read-document"])),
            converter: converter
        )
    }

    @Test(.enabled(if: hasOffice, "LibreOffice is not installed"))
    func `LibreOffice makes minutes readable, confined`() async throws {
        try await withTemporaryFolder { folder in
            let office = try StandInOffice(in: folder)
            let options = OldWordConverter.Options(launcher: "", launcherArguments: [], folder: "")
            let reading = Self.reading(office.converter(office: options.office))

            let read = await reading.read(try StandInOffice.minutes(), rules: Rules())

            guard case .success(.minutes(let record)) = read else {
                Issue.record("\(read)")
                return
            }
            let sample = StandInOffice.samples.appending(path: "01-urgent-phone-tick-grid.docx")
            guard
                case .success(.minutes(let original)) = await reading.read(
                    try Data(contentsOf: sample),
                    rules: Rules()
                )
            else {
                Issue.record("the sample that it was made of cannot be read")
                return
            }
            #expect(record.meeting == original.meeting)
            #expect(record.children == original.children)
            #expect(record.participants.map(\.name) == original.participants.map(\.name))
            #expect(record.participants.map(\.evidence) == original.participants.map(\.evidence))
            #expect(record.markings.allSatisfy { !$0.isCleanable })
            #expect(office.leftovers.isEmpty)
        }
    }

    @Test func `what is sent on is the old document itself`() async throws {
        let file = try StandInOffice.minutes()

        let distributable = try await Self.reading(nil).distributable(of: file)
        #expect(distributable.bytes == nil)
        #expect(distributable.kind.ending == "doc")
        #expect(distributable.kind.mediaType == "application/msword")
    }

    @Test func `without a converter the file is refused with what to do`() async throws {
        let read = await Self.reading(nil).read(try StandInOffice.minutes(), rules: Rules())

        guard case .failure(let error) = read else {
            Issue.record("\(read)")
            return
        }
        #expect(error.code == .oldWord)
    }

    @Test func `the office never sees a file that the reading child has refused`() async throws {
        try await withTemporaryFolder { folder in
            let office = try StandInOffice(in: folder)
            let seen = office.conversions.appending(path: "seen")
            let converter = try office.converter("exec cp document.doc \(seen.path)")
            var file = try StandInOffice.minutes()
            // The first block of the document says that it is encrypted.
            let head = try #require(file.firstRange(of: Data([0xEC, 0xA5])))
            file[head.lowerBound + 11] |= 1

            let read = await Self.reading(converter).read(file, rules: Rules())

            guard case .failure(let error) = read else {
                Issue.record("\(read)")
                return
            }
            #expect(error.code == .encrypted)
            #expect(office.leftovers.isEmpty)
        }
    }
}
