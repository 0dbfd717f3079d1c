import Crypto
package import Foundation
import Glibc

/// The documents that were taken in, each under the SHA-256 of its bytes: `store/<first two digits>/<hash>`.
///
/// Comes in: an open claimed file. Goes out: its hash and length, once the copy is on disk. A crash leaves either no
/// copy or a whole one; putting the same document again is harmless and repairs a damaged copy. Documents are
/// never changed.
package struct DocumentStore: Sendable {
    private let folder: OpenFolder

    /// Bytes that a document may have (design section 13).
    package static let maximumSize: Int64 = 50 * 1_024 * 1_024

    /// Opens the store in the state folder, or makes it there.
    package init(state path: String) throws {
        do {
            folder = try OpenFolder(path: path).folder(FileName(fixed: "store"), creatingWith: S_IRWXU)
        } catch let error as FileError {
            throw StoreError(error)
        }
    }

    package struct Stored: Equatable, Sendable {
        /// 64 lower-case hexadecimal digits.
        package let sha256: String
        package let byteCount: Int
    }

    /// Copies a file into the store and returns when the copy is safe on disk.
    ///
    /// Throws `StoreError`: `tooLarge` without having read more than the limit, `changedWhileReading` if somebody
    /// still writes to the file.
    package func put(_ file: OpenFile, limit: Int64 = maximumSize) throws -> Stored {
        do {
            return try copy(file, limit: limit)
        } catch let error as FileError {
            throw StoreError(error)
        }
    }

    /// Writes a document that was made here, and returns when it is safe on disk.
    ///
    /// Throws `StoreError`.
    package func put(_ bytes: Data) throws -> Stored {
        do {
            return try keep(draft: Self.newDraft()) { write in try bytes.withUnsafeBytes { try write($0) } }
        } catch let error as FileError {
            throw StoreError(error)
        }
    }

    /// Opens a stored document for reading; its content is not checked.
    package func open(_ sha256: String) throws -> OpenFile {
        guard let (shard, name) = Self.names(of: sha256) else { throw StoreError.missing(sha256: sha256) }
        do {
            return try folder.folder(shard).file(name)
        } catch let error as FileError where error.code == ENOENT {
            throw StoreError.missing(sha256: sha256)
        } catch let error as FileError {
            throw StoreError(error)
        }
    }

    /// A document's bytes, checked against its hash, so that a damaged copy is never sent.
    package func bytes(of sha256: String) throws -> Data {
        let bytes = try open(sha256).contents()
        guard Self.hexadecimal(SHA256.hash(data: bytes)) == sha256 else {
            throw StoreError.damaged(sha256: sha256)
        }
        return bytes
    }

    /// Reads a document to its end and throws `StoreError` if it is missing or damaged.
    package func verify(_ sha256: String) throws {
        var hash = SHA256()
        try open(sha256).forEachPiece { hash.update(bufferPointer: $0) }
        guard Self.hexadecimal(hash.finalize()) == sha256 else { throw StoreError.damaged(sha256: sha256) }
    }

    /// Removes half-made copies that a crash left; for start-up, when nobody puts documents.
    package func sweep() throws {
        for name in try folder.names() where name.bytes.starts(with: Self.draftPrefix.utf8) {
            try folder.removeFile(name)
        }
    }

    private static let draftPrefix = ".put-"

    private func copy(_ source: OpenFile, limit: Int64) throws -> Stored {
        let name = Self.newDraft()
        let before = try source.snapshot(named: name)
        guard before.size <= limit else { throw StoreError.tooLarge(limit: limit) }
        return try keep(draft: name) { write in
            var count: Int64 = 0
            try source.forEachPiece { piece in
                count += Int64(piece.count)
                guard count <= limit else { throw StoreError.tooLarge(limit: limit) }
                try write(piece)
            }
            guard count == before.size, try source.snapshot(named: name).isUnchanged(since: before) else {
                throw StoreError.changedWhileReading
            }
        }
    }

    private static func newDraft() -> FileName {
        FileName(draftPrefix + UUID().uuidString) ?? FileName(fixed: ".put-draft")
    }

    /// Writes a draft, and gives it its name when it is whole and on disk.
    private func keep(
        draft: FileName,
        _ contents: (_ write: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws -> Stored {
        let target = try folder.newFile(draft, mode: S_IRUSR | S_IWUSR)
        do {
            var hash = SHA256()
            var count = 0
            try contents { piece in
                count += piece.count
                hash.update(bufferPointer: piece)
                try target.write(piece)
            }
            try target.synchronize()
            let sha256 = Self.hexadecimal(hash.finalize())
            guard let (shardName, name) = Self.names(of: sha256) else {
                preconditionFailure("a SHA-256 has 64 hexadecimal digits")
            }
            let shard = try folder.folder(shardName, creatingWith: S_IRWXU)
            try folder.replace(name, in: shard, with: draft)
            try shard.synchronize()
            return Stored(sha256: sha256, byteCount: count)
        } catch {
            // Best effort: what stays is removed by the next sweep. After the rename there is nothing left to remove.
            try? folder.removeFile(draft)
            throw error
        }
    }

    private static func names(of sha256: String) -> (shard: FileName, name: FileName)? {
        let isHash =
            sha256.utf8.count == 64
            && sha256.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
        guard isHash, let shard = FileName(String(sha256.prefix(2))), let name = FileName(sha256) else {
            return nil
        }
        return (shard, name)
    }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
