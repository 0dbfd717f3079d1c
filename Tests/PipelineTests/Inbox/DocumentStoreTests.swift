import Foundation
import Glibc
import TestSupport
import Testing

@testable import Pipeline

struct DocumentStoreTests {
    private static let helloHash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

    @Test func `a document is found under its hash`() throws {
        try withTemporaryFolder { folder in
            let store = try DocumentStore(state: folder.path)

            let stored = try store.put(file("hello", in: folder))

            #expect(stored == .init(sha256: Self.helloHash, byteCount: 5))
            #expect(try store.bytes(of: Self.helloHash) == Data("hello".utf8))
            let path = folder.appendingPathComponent("store/2c/\(Self.helloHash)").path
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func `the same document twice is stored once`() throws {
        try withTemporaryFolder { folder in
            let store = try DocumentStore(state: folder.path)

            let first = try store.put(file("hello", in: folder))
            let second = try store.put(file("hello", in: folder))

            #expect(first == second)
            let shard = folder.appendingPathComponent("store/2c").path
            #expect(try FileManager.default.contentsOfDirectory(atPath: shard) == [Self.helloHash])
        }
    }

    @Test func `a document of the largest size is taken and one byte more is not`() throws {
        try withTemporaryFolder { folder in
            let store = try DocumentStore(state: folder.path)

            #expect(try store.put(file("12345678", in: folder), limit: 8).byteCount == 8)
            #expect(throws: StoreError.tooLarge(limit: 8)) {
                try store.put(file("123456789", in: folder), limit: 8)
            }
            #expect(try drafts(in: folder).isEmpty)
        }
    }

    @Test func `a file above the limit is refused by its size alone`() throws {
        try withTemporaryFolder { folder in
            let store = try DocumentStore(state: folder.path)
            let name = try #require(FileName("large.docx"))
            let file = try OpenFolder(path: folder.path).newFile(name, mode: 0o600)
            try #require(ftruncate(file.descriptor, off_t(DocumentStore.maximumSize) + 1) == 0)

            // Opened for writing only, so that any reading would be an error of another kind.
            #expect(throws: StoreError.tooLarge(limit: 52_428_800)) { try store.put(file) }
        }
    }

    @Test func `a file whose length is not what it said is still being written`() throws {
        try withTemporaryFolder { folder in
            let store = try DocumentStore(state: folder.path)
            // The kernel gives this file a length of 0, and then content.
            let file = try OpenFolder(path: "/proc/self").file(#require(FileName("status")))

            #expect(throws: StoreError.changedWhileReading) { try store.put(file) }
            #expect(try drafts(in: folder).isEmpty)
        }
    }

    @Test func `a document of many pieces arrives whole`() throws {
        try withTemporaryFolder { folder in
            let store = try DocumentStore(state: folder.path)
            let text = String(repeating: "0123456789", count: 100_000)

            let stored = try store.put(file(text, in: folder))

            #expect(try store.bytes(of: stored.sha256) == Data(text.utf8))
            try store.verify(stored.sha256)
        }
    }

    @Test func `a damaged copy is never handed out and is repaired by the next drop`() throws {
        try withTemporaryFolder { folder in
            let store = try DocumentStore(state: folder.path)
            _ = try store.put(file("hello", in: folder))
            try Data("hellO".utf8).write(to: folder.appendingPathComponent("store/2c/\(Self.helloHash)"))

            #expect(throws: StoreError.damaged(sha256: Self.helloHash)) {
                try store.bytes(of: Self.helloHash)
            }
            #expect(throws: StoreError.damaged(sha256: Self.helloHash)) { try store.verify(Self.helloHash) }

            _ = try store.put(file("hello", in: folder))
            #expect(throws: Never.self) { try store.verify(Self.helloHash) }
        }
    }

    @Test(arguments: [
        "", "..", "../../etc/passwd", String(repeating: "A", count: 64), String(repeating: "0", count: 64),
    ])
    func `what is not in the store is missing`(_ hash: String) throws {
        try withTemporaryFolder { folder in
            let store = try DocumentStore(state: folder.path)

            #expect(throws: StoreError.missing(sha256: hash)) { try store.bytes(of: hash) }
        }
    }

    @Test func `a crash while copying leaves a draft that the next start removes`() throws {
        try withTemporaryFolder { folder in
            let store = try DocumentStore(state: folder.path)
            try Data("hel".utf8).write(to: folder.appendingPathComponent("store/.put-1"))

            try store.sweep()

            #expect(try drafts(in: folder).isEmpty)
        }
    }

    @Test(arguments: [ENOSPC, EDQUOT])
    func `a full disk is said in plain words`(_ code: Int32) {
        let error = StoreError(FileError("write a file", code: code))

        #expect(error == .full)
        #expect(error.description.contains("Make room"))
    }

    @Test func `a state folder that is gone is an error of the store`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("gone").path

            #expect(throws: StoreError.self) { try DocumentStore(state: path) }
        }
    }

    private func file(_ text: String, in folder: URL) throws -> OpenFile {
        let name = try #require(FileName(UUID().uuidString))
        try Data(text.utf8).write(to: folder.appendingPathComponent(name.display))
        return try OpenFolder(path: folder.path).file(name)
    }

    private func drafts(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("store").path)
            .filter { $0.hasPrefix(".") }
    }
}
