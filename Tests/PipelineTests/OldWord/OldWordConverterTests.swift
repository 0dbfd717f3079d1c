import Foundation
import Reading
import TestSupport
import Testing

/// The converter with a stand-in for LibreOffice: what it gives, and what becomes of one that misbehaves.
@Suite(.timeLimit(.minutes(2)))
struct OldWordConverterTests {
    private static func with(_ body: (StandInOffice) throws -> Void) throws {
        try withTemporaryFolder { folder in try body(StandInOffice(in: folder)) }
    }

    @Test func `the office gets the document in a folder of its own and gives a Word file`() throws {
        try Self.with { office in
            let converter = try office.converter("exec cp document.doc out/document.docx")

            #expect(try converter.convert([7, 8, 9]) == [7, 8, 9])
            #expect(office.leftovers.isEmpty)
        }
    }

    @Test func `an office that wants to be started again is`() throws {
        try Self.with { office in
            let converter = try office.converter(
                "if [ -e again ]; then exec cp document.doc out/document.docx; fi; : >again; exit 81"
            )

            #expect(try converter.convert([7]) == [7])
        }
    }

    @Test(arguments: [
        "exit 0", "exit 1", "kill -9 $$", "exit 81", "exec ln -s /etc/passwd out/document.docx",
        "exec mkdir out/document.docx", "exec mkfifo out/document.docx",
        "while :; do echo convert convert convert convert; done",
    ])
    func `an office that gives nothing usable leads to a problem note, and nothing is left`(script: String)
        throws
    {
        try Self.with { office in
            let error = StandInOffice.failure(of: try office.converter(script))

            #expect(error?.code == .readerFailed)
            #expect(error?.sentence.contains("Save As, Word document (.docx)") == true)
            #expect(office.leftovers.isEmpty)
        }
    }

    @Test func `a folder that is a link in place of the output is not followed`() throws {
        try Self.with { office in
            let outside = office.folder.appending(path: "document.docx")
            try Data([1]).write(to: outside)
            let converter = try office.converter(
                "import os; os.rmdir('out'); os.symlink('\(office.folder.path)', 'out')",
                by: "/usr/bin/python3"
            )

            #expect(StandInOffice.failure(of: converter)?.code == .readerFailed)
            #expect(FileManager.default.fileExists(atPath: outside.path))
        }
    }

    @Test func `an office that hangs is ended at the deadline`() throws {
        try Self.with { office in
            let converter = try office.converter("exec sleep 1000") { $0.deadline = .seconds(1) }

            #expect(StandInOffice.failure(of: converter)?.sentence.contains("took too long") == true)
            #expect(office.leftovers.isEmpty)
        }
    }

    @Test(arguments: [
        "line=0123456789; while :; do echo $line$line$line$line >>flood; done",
        "n=0; while :; do n=$((n+1)); : >flood$n; done",
    ])
    func `an office that fills its folder is ended`(script: String) throws {
        try Self.with { office in
            let converter = try office.converter(script) {
                $0.folderSize = 200_000
                $0.folderFiles = 100
            }

            #expect(StandInOffice.failure(of: converter)?.code == .readerFailed)
            #expect(office.leftovers.isEmpty)
        }
    }

    @Test func `folders that the office closes are removed as well`() throws {
        try Self.with { office in
            let converter = try office.converter(
                "import os\nos.makedirs('a/b/c')\nos.chmod('a/b', 0)\nos.chmod('out', 0)\nos.chmod('.', 0)",
                by: "/usr/bin/python3"
            )

            #expect(StandInOffice.failure(of: converter) != nil)
            #expect(office.leftovers.isEmpty)
        }
    }

    @Test func `what a crash has left is removed before the first conversion`() throws {
        try Self.with { office in
            let left = office.conversions.appending(path: "Ab3dEf/profile")
            try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)

            _ = office.converter(office: nil)

            #expect(office.leftovers.isEmpty)
        }
    }

    @Test func `without an office the note says how to save the document`() throws {
        try Self.with { office in
            let error = StandInOffice.failure(of: office.converter(office: nil))

            #expect(error?.code == .oldWord)
            #expect(error?.sentence.contains("which this machine cannot read") == true)
        }
    }

    @Test func `an office that cannot be started is no fault of the document`() throws {
        try Self.with { office in
            let converter = office.converter(office: "/nonexistent/soffice")

            #expect(StandInOffice.failure(of: converter)?.code == .readerUnavailable)
        }
    }
}
