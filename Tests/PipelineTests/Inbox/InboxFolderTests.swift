import CLinux
import Foundation
import Glibc
import Minutes
import TestSupport
import Testing

@testable import Pipeline

struct InboxFolderTests {
    @Test func `the folders are made once and found again`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)

            let first = try fixture.open()
            let again = try fixture.open(knownDevice: first.device)

            #expect(again.device == first.device)
            let listing = try again.listing()
            #expect(
                listing.map(\.name.display) == [
                    ".minuted", "Accepted", "Duplicates", "Needs attention",
                ]
            )
            #expect(listing.allSatisfy { $0.kind == .folder })
        }
    }

    @Test func `a missing inbox is said to be missing and is not made`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("not mounted").path

            #expect(throws: InboxError.missing(path: path)) { try InboxFolder(path: path) }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func `an inbox that comes back is used again`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let device = try fixture.open().device
            let aside = folder.appendingPathComponent("aside")
            try FileManager.default.moveItem(at: fixture.inbox, to: aside)
            #expect(throws: InboxError.missing(path: fixture.inbox.path)) {
                try fixture.open(knownDevice: device)
            }

            try FileManager.default.moveItem(at: aside, to: fixture.inbox)

            #expect(try fixture.open(knownDevice: device).device == device)
        }
    }

    @Test func `the bare mount point of a share is not taken for the inbox`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)

            #expect(throws: InboxError.notMounted(path: fixture.inbox.path)) {
                try fixture.open(knownDevice: UInt64.max)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.inbox.path).isEmpty)
        }
    }

    @Test func `a share that comes back with another number is recognised by the working folder`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            _ = try fixture.open()

            #expect(throws: Never.self) { try fixture.open(knownDevice: UInt64.max) }
        }
    }

    @Test func `an inbox that may not be written to is an error with a remedy`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o555],
                ofItemAtPath: fixture.inbox.path
            )
            // Rights do not bind root: for this thread, files are accessed as another user.
            setfsuid(65_534)
            defer { setfsuid(geteuid()) }

            let error = #expect(throws: FileError.self) { try fixture.open() }

            #expect(error?.code == EACCES)
            #expect(error?.description.contains("Give the service's account the right") == true)
        }
    }

    @Test func `a link with the name of one of our folders is not followed`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try FileManager.default.createSymbolicLink(
                at: fixture.inbox.appendingPathComponent("Accepted"),
                withDestinationURL: fixture.state
            )

            #expect(throws: InboxError.nameTaken(folder: "Accepted")) { try fixture.open() }
            #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.state.path).isEmpty)
        }
    }

    @Test func `a listing tells files from links, folders, devices and FIFOs`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try fixture.drop("a.docx")
            try #require(mkfifo(fixture.path(of: #require(FileName("b.docx"))), 0o644) == 0)
            try #require(symlink("a.docx", fixture.path(of: #require(FileName("c.docx")))) == 0)
            try #require(
                link(
                    fixture.path(of: #require(FileName("a.docx"))),
                    fixture.path(of: #require(FileName("d.docx")))
                )
                    == 0
            )

            let listing = try fixture.open().listing().filter { $0.kind != .folder }

            #expect(listing.map(\.kind) == [.file, .special, .link, .file])
            #expect(listing.map(\.links) == [2, 1, 1, 2])
        }
    }

    @Test(arguments: [
        [0xFF, 0xFE, 0x2E], Array("two\nlines.docx".utf8), Array(repeating: 0x78, count: 255),
        Array("100% \u{202E}.docx".utf8), [0x20], Array("-rf *".utf8),
    ])
    func `a file of any name is taken, placed and noted`(_ bytes: [UInt8]) throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let name = try #require(FileName(bytes: bytes))
            try fixture.drop(name)
            let inbox = try fixture.open()
            let file = try #require(try inbox.listing().first { $0.name == name })

            let claim = try claimed(inbox.claim(file, id: UUID()))
            let path = try inbox.place(claim, in: .duplicates, as: inbox.freeName(for: name, in: .duplicates))
            let note = try inbox.writeNote(.note, beside: path, text: "seen before")

            #expect(path.name == name)
            #expect(try inbox.contains(path) && inbox.contains(note))
            #expect(InboxPath(escaped: path.escaped) == path)
            #expect(note.name.hasSuffix(".note.txt"))
        }
    }

    @Test func `files of the same name are numbered and none replaces another`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let inbox = try fixture.open()
            let day = try #require(CalendarDate(iso: "2026-11-19"))

            for text in ["first", "second", "third"] {
                try fixture.drop("minutes.docx", text)
                let claim = try fixture.claim("minutes.docx")
                _ = try inbox.place(claim, in: .accepted(day), as: claim.name)
            }

            #expect(try fixture.text(at: "Accepted/2026-11/minutes.docx") == "first")
            #expect(try fixture.text(at: "Accepted/2026-11/minutes (2).docx") == "second")
            #expect(try fixture.text(at: "Accepted/2026-11/minutes (3).docx") == "third")
        }
    }

    @Test func `a name whose note is still there is not free`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let inbox = try fixture.open()
            let name = try #require(FileName("minutes.docx"))
            try inbox.writeNote(
                .problem,
                beside: InboxPath(folders: Place.needsAttention.folders, name: name),
                text: ""
            )

            #expect(try inbox.freeName(for: name, in: .needsAttention) == FileName("minutes (2).docx"))
        }
    }

    @Test func `a dropped file that is called like a receipt is never replaced by one`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let inbox = try fixture.open()
            let name = try #require(FileName("minutes.docx.receipt.txt"))

            #expect(
                try inbox.freeName(for: name, in: .duplicates) == FileName("minutes.docx.receipt (2).txt")
            )
        }
    }

    @Test func `a note replaces its old text and leaves no draft`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let inbox = try fixture.open()
            let path = InboxPath(
                folders: Place.duplicates.folders,
                name: try #require(FileName("minutes.docx"))
            )

            try inbox.writeNote(.note, beside: path, text: "old")
            let note = try inbox.writeNote(.note, beside: path, text: "new")

            #expect(try fixture.text(at: note) == "new")
            let folder = fixture.inbox.appendingPathComponent("Duplicates").path
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["minutes.docx.note.txt"])
        }
    }

    @Test func `a note takes the place of a link and leaves the link's target alone`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let inbox = try fixture.open()
            let target = fixture.state.appendingPathComponent("secret")
            try Data("untouched".utf8).write(to: target)
            try FileManager.default.createSymbolicLink(
                at: fixture.inbox.appendingPathComponent("Duplicates/minutes.docx.note.txt"),
                withDestinationURL: target
            )
            let path = InboxPath(
                folders: Place.duplicates.folders,
                name: try #require(FileName("minutes.docx"))
            )

            let note = try inbox.writeNote(.note, beside: path, text: "new")

            #expect(try String(contentsOf: target, encoding: .utf8) == "untouched")
            #expect(try inbox.contains(note))
        }
    }

    @Test func `a folder that somebody removed is made again`() throws {
        try withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try fixture.drop("minutes.docx")
            let inbox = try fixture.open()
            let claim = try fixture.claim("minutes.docx")
            try FileManager.default.removeItem(at: fixture.inbox.appendingPathComponent("Needs attention"))

            let path = try inbox.place(claim, in: .needsAttention, as: claim.name)

            #expect(try fixture.text(at: path) == "minutes")
        }
    }

    private typealias Place = InboxFolder.Place
}
