import CZip

/// Writes a zip container in memory: some entries of another one as they are, others anew.
///
/// The same entries always make the same bytes: no entry has a time, a note or anything else than its name and contents.
final class ZipWriter {
    private let source: ZipArchive
    private let target: OpaquePointer
    private let buffer: OpaquePointer
    /// Contents that libzip reads when it writes.
    private var pieces: [UnsafeMutableRawBufferPointer] = []
    private var isOpen = true

    init(from source: ZipArchive) throws(ReadingError) {
        self.source = source
        guard let buffer = zip_source_buffer_create(nil, 0, 0, nil) else { throw .failedWriting }
        guard let target = zip_open_from_source(buffer, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
            zip_source_free(buffer)
            throw .failedWriting
        }
        // One more owner: closing the archive gives up its own.
        zip_source_keep(buffer)
        self.buffer = buffer
        self.target = target
    }

    deinit {
        if isOpen { zip_discard(target) }
        zip_source_free(buffer)
        for piece in pieces { piece.deallocate() }
    }

    /// An entry of the source as it is packed there.
    func copy(_ name: String) throws(ReadingError) {
        guard let packed = source.packed(name, for: target) else { throw .failedWriting }
        try add(name, packed)
    }

    func add(_ name: String, _ bytes: [UInt8]) throws(ReadingError) {
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        piece.copyBytes(from: bytes)
        pieces.append(piece)
        guard let part = zip_source_buffer(target, piece.baseAddress, UInt64(bytes.count), 0) else {
            throw .failedWriting
        }
        try add(name, part)
    }

    private func add(_ name: String, _ part: OpaquePointer) throws(ReadingError) {
        let index = zip_file_add(target, name, part, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(part)
            throw .failedWriting
        }
        // The first of January 1980, as Office writes it.
        zip_file_set_dostime(target, UInt64(index), 0, 0x21, 0)
    }

    /// The bytes of the container; the writer is of no further use.
    func finish() throws(ReadingError) -> [UInt8] {
        guard zip_close(target) == 0 else { throw .failedWriting }
        isOpen = false
        guard zip_source_open(buffer) == 0 else { throw .failedWriting }
        defer { zip_source_close(buffer) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_source_read(buffer, &chunk, UInt64(chunk.count))
            guard count >= 0 else { throw .failedWriting }
            if count == 0 { return bytes }
            bytes += chunk[..<Int(count)]
        }
    }
}

extension ReadingError {
    fileprivate static let failedWriting = notCleanable("it could not be written")
}
