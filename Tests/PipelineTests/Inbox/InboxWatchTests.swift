import Foundation
import Glibc
import TestSupport
import Testing

@testable import Pipeline

@Suite(.timeLimit(.minutes(1)))
struct InboxWatchTests {
    @Test func `a dropped file wakes the loop`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let watch = try InboxWatch()
            try watch.renew(path: fixture.inbox.path)
            var wakeUps = watch.wakeUps.makeAsyncIterator()

            try fixture.drop("minutes.docx")

            #expect(await wakeUps.next() != nil)
        }
    }

    @Test func `an owner file that goes away wakes the loop`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            try fixture.drop("~$nutes.docx")
            let watch = try InboxWatch()
            try watch.renew(path: fixture.inbox.path)
            var wakeUps = watch.wakeUps.makeAsyncIterator()

            try FileManager.default.removeItem(at: fixture.inbox.appendingPathComponent("~$nutes.docx"))

            #expect(await wakeUps.next() != nil)
        }
    }

    @Test func `a folder that was replaced is watched again`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let watch = try InboxWatch()
            try watch.renew(path: fixture.inbox.path)
            var wakeUps = watch.wakeUps.makeAsyncIterator()

            try FileManager.default.moveItem(at: fixture.inbox, to: folder.appendingPathComponent("old"))
            #expect(await wakeUps.next() != nil)
            #expect(throws: FileError.self) { try watch.renew(path: fixture.inbox.path) }

            try FileManager.default.createDirectory(at: fixture.inbox, withIntermediateDirectories: false)
            try watch.renew(path: fixture.inbox.path)
            // What was still under way for the old folder.
            try fixture.drop("minutes.docx")
            #expect(await wakeUps.next() != nil)
        }
    }

    @Test func `many events count as one wake-up`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try InboxFixture(in: folder)
            let watch = try InboxWatch()
            try watch.renew(path: fixture.inbox.path)

            for number in 0..<500 { try fixture.drop("minutes \(number).docx") }

            var wakeUps = watch.wakeUps.makeAsyncIterator()
            #expect(await wakeUps.next() != nil)
        }
    }

    @Test func `a watch that nobody holds any more ends its wake-ups`() async throws {
        let wakeUps = try InboxWatch().wakeUps

        for await _ in wakeUps {}
    }

    @Test func `a waiting loop that is cancelled goes on at once`() async throws {
        let watch = try InboxWatch()
        let loop = Task { for await _ in watch.wakeUps {} }

        loop.cancel()

        await loop.value
    }
}
