import Foundation
import Reading
import TestSupport
import Testing

struct OldOfficeFileTests {
    private static func minutes() throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "OldWord")
        return [UInt8](try Data(contentsOf: folder.appending(path: "minutes.doc")))
    }

    @Test func `a document of an old version of Word is known as one`() throws {
        let error = try #require(refusal(Self.minutes()))

        #expect(error.code == .oldWord)
        #expect(error.sentence.contains("Save As, Word document (.docx)"))
        #expect(refusal(OldOffice.word(flags: 0x12F0).bytes)?.code == .oldWord)
    }

    @Test(arguments: ["Macros", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA"])
    func `a document with macros is refused as a Word file with macros is`(storage: String) {
        #expect(refusal(OldOffice.word(flags: 0x12F0, with: "ObjectPool", storage).bytes)?.code == .macros)
    }

    @Test func `an encrypted document is told`() {
        #expect(refusal(OldOffice.word(flags: 0x0100).bytes)?.code == .encrypted)
        #expect(refusal(OldOffice(entries: [("EncryptedPackage", [])]).bytes)?.code == .encrypted)
    }

    @Test func `a document saved in pieces is refused, because older text may be in it`() {
        let error = refusal(OldOffice.word(flags: 0x0004).bytes)

        #expect(error?.code == .unsupported)
        #expect(error?.sentence.contains("older text") == true)
    }

    @Test(arguments: [
        ("Workbook", "an Excel workbook"), ("PowerPoint Document", "PowerPoint"),
        ("__properties_version1.0", "(.msg)"), ("Contents", "an old Office program"),
    ])
    func `other old files are refused by name`(stream: String, name: String) {
        let error = refusal(OldOffice(entries: [(stream, [])]).bytes)

        #expect(error?.code == .unsupported)
        #expect(error?.sentence.contains(name) == true)
    }

    @Test func `a table of sectors that runs in a circle is damage`() {
        var file = OldOffice.word(flags: 0)
        file.spoiledTable = [1: 1]
        #expect(refusal(file.bytes)?.code == .damaged)
        file.spoiledTable = [1: 5_000_000]
        #expect(refusal(file.bytes)?.code == .damaged)
    }

    @Test func `a cut or changed file is refused and never trusted`() throws {
        let whole = try Self.minutes()
        for length in stride(from: 0, to: whole.count, by: 911) {
            #expect(refusal(Array(whole[..<length])) != nil)
        }
        var random = SeededNumbers(seed: 15)
        for _ in 0..<400 {
            var changed = whole
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                // Mostly where the file describes itself.
                let place = Int.random(
                    in: 0..<(Bool.random(using: &random) ? 512 : changed.count),
                    using: &random
                )
                changed[place] = UInt8.random(in: 0...255, using: &random)
            }
            #expect(refusal(changed) != nil || !changed.starts(with: [0xD0, 0xCF]))
        }
    }
}
