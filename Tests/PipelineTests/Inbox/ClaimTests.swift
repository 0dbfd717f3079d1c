import CLinux
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Pipeline

struct ClaimTests {
    @Test func `a claimed file is out of the inbox and can be read`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try fixture.drop("minutes.docx", "agreed")

            let claim = try fixture.claim("minutes.docx")

            #expect(try fixture.names().isEmpty)
            #expect(try fixture.open().open(claim).contents() == Data("agreed".utf8))
        }
    }

    @Test func `a file that grew since it was observed stays in the inbox`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try fixture.drop("minutes.docx", "half")
            let observed = try fixture.observe("minutes.docx")
            try fixture.drop("minutes.docx", "half and the rest")

            #expect(try fixture.open().claim(observed, id: UUID()) == .changed)
            #expect(try fixture.names() == ["minutes.docx"])
            #expect(try fixture.open().claimedFiles().isEmpty)
        }
    }

    @Test func `a file that was taken away is nothing to worry about`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try fixture.drop("minutes.docx")
            let observed = try fixture.observe("minutes.docx")
            try FileManager.default.removeItem(at: fixture.inbox.appendingPathComponent("minutes.docx"))

            #expect(try fixture.open().claim(observed, id: UUID()) == .vanished)
        }
    }

    @Test func `a link put in a settled file's place is not followed`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try fixture.drop("minutes.docx")
            let observed = try fixture.observe("minutes.docx")
            let name = fixture.path(of: observed.name)
            try #require(unlink(name) == 0 && symlink("/etc/passwd", name) == 0)

            #expect(try fixture.open().claim(observed, id: UUID()) == .changed)
            #expect(try fixture.names() == ["minutes.docx"])
        }
    }

    @Test(.timeLimit(.minutes(1))) func `a FIFO put in a settled file's place does not block`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try fixture.drop("minutes.docx")
            let observed = try fixture.observe("minutes.docx")
            let name = fixture.path(of: observed.name)
            try #require(unlink(name) == 0 && mkfifo(name, 0o644) == 0)

            #expect(try fixture.open().claim(observed, id: UUID()) == .changed)
        }
    }

    @Test func `a writer with an old handle is noticed`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try fixture.drop("minutes.docx")
            let handle = open(fixture.path(of: try #require(FileName("minutes.docx"))), O_WRONLY | O_APPEND)
            defer { close(handle) }
            let claim = try fixture.claim("minutes.docx")
            #expect(try !fixture.open().hasChanged(claim))

            try #require(write(handle, "more", 4) == 4)

            #expect(try fixture.open().hasChanged(claim))
        }
    }

    @Test func `a hard link is claimed like a file and changes through its other name are noticed`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let other = fixture.state.appendingPathComponent("elsewhere")
            try Data("minutes".utf8).write(to: other)
            try FileManager.default.linkItem(
                at: other,
                to: fixture.inbox.appendingPathComponent("minutes.docx")
            )
            let claim = try fixture.claim("minutes.docx")

            try Data("other minutes".utf8).write(to: other, options: [])
            let handle = try FileHandle(forWritingTo: other)
            try handle.truncate(atOffset: 3)
            try handle.close()

            #expect(claim.file.links == 2)
            #expect(try fixture.open().hasChanged(claim))
        }
    }

    @Test func `a file that may not be read stays where its owner sees it`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try fixture.drop("minutes.docx")
            let observed = try fixture.observe("minutes.docx")
            let inbox = try fixture.open()
            try #require(chmod(fixture.path(of: observed.name), 0) == 0)
            // Rights do not bind root: for this thread, files are accessed as another user.
            setfsuid(65_534)
            defer { setfsuid(geteuid()) }

            let error = #expect(throws: FileError.self) { try inbox.claim(observed, id: UUID()) }

            #expect(error?.code == EACCES)
            #expect(try inbox.listing().contains { $0.name == observed.name })
        }
    }

    @Test func `a file that is put back never replaces a newer one`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try fixture.drop("minutes.docx", "first")
            let claim = try fixture.claim("minutes.docx")
            try fixture.drop("minutes.docx", "second")

            let name = try fixture.open().unclaim(claim)

            #expect(name == FileName("minutes (2).docx"))
            #expect(try fixture.text(at: "minutes.docx") == "second")
            #expect(try fixture.text(at: "minutes (2).docx") == "first")
        }
    }

    @Test func `a claim survives the process`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try fixture.drop("minutes.docx")
            let claim = try fixture.claim("minutes.docx")

            #expect(try fixture.open().claimedFiles() == [claim])
        }
    }

    @Test func `a crash before the rename leaves an empty folder that is removed`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let inbox = try fixture.open()
            _ = try inbox.claimed().folder(
                #require(FileName(UUID().uuidString.lowercased())),
                creatingWith: 0o700
            )

            #expect(try inbox.claimedFiles().isEmpty)
            #expect(try inbox.claimed().names().isEmpty)
        }
    }

    @Test func `a crash before the check of what was moved puts a link back`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let inbox = try fixture.open()
            let name = try #require(FileName("minutes.docx"))
            let claim = try inbox.claimed().folder(
                #require(FileName(UUID().uuidString.lowercased())),
                creatingWith: 0o700
            )
            try #require(symlinkat("/etc/passwd", claim.descriptor, name.terminated) == 0)

            #expect(try inbox.claimedFiles().isEmpty)
            #expect(try fixture.names() == ["minutes.docx"])
        }
    }

    @Test func `a crash after the placement shows the file at its planned path`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try fixture.drop("minutes.docx")
            let claim = try fixture.claim("minutes.docx")
            let planned = try fixture.open().freeName(for: claim.name, in: .duplicates)
            let path = try fixture.open().place(claim, in: .duplicates, as: planned)

            #expect(try fixture.open().claimedFiles().isEmpty)
            #expect(try fixture.open().contains(path))
            #expect(throws: InboxError.claimGone) {
                try fixture.open().place(claim, in: .duplicates, as: planned)
            }
        }
    }

    @Test func `a crash while a note is written leaves a draft that the next start removes`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let inbox = try fixture.open()
            let month = fixture.inbox.appendingPathComponent("Accepted/2026-11")
            try FileManager.default.createDirectory(at: month, withIntermediateDirectories: true)
            try Data().write(to: month.appendingPathComponent(".minuted-note-1.tmp"))
            try Data().write(to: month.appendingPathComponent("minutes.docx"))

            try inbox.sweepNotes()

            #expect(try FileManager.default.contentsOfDirectory(atPath: month.path) == ["minutes.docx"])
        }
    }
}
